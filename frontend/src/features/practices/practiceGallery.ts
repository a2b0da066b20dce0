import {
  addPracticePicture,
  changePracticePicture,
  deletePracticePicture,
  listPracticePictures,
} from '@/api/generated/sdk.gen'
import { ifMatch } from '@/api/record'
import type { Gallery, Picture } from '@/pictures/gallery'

export function practiceGallery(practice_id: string): Gallery {
  const of = ({ id, revision }: Picture) => ({
    path: { practice_id, picture_id: id },
    headers: ifMatch(`"${revision}"`),
  })
  return {
    path: `/practices/${practice_id}/pictures`,
    list: async (signal) => (await listPracticePictures({ path: { practice_id }, signal })).data,
    add: (body) => addPracticePicture({ path: { practice_id }, body }),
    change: (picture, body) => changePracticePicture({ ...of(picture), body }),
    remove: (picture) => deletePracticePicture(of(picture)),
  }
}
