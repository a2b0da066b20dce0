import {
  addActivityPicture,
  changeActivityPicture,
  deleteActivityPicture,
  listActivityPictures,
} from '@/api/generated/sdk.gen'
import { ifMatch } from '@/api/record'
import type { Gallery, Picture } from '@/pictures/gallery'

export function activityGallery(activity_id: string): Gallery {
  const of = ({ id, revision }: Picture) => ({
    path: { activity_id, picture_id: id },
    headers: ifMatch(`"${revision}"`),
  })
  return {
    path: `/activities/${activity_id}/pictures`,
    list: async (signal) => (await listActivityPictures({ path: { activity_id }, signal })).data,
    add: (body) => addActivityPicture({ path: { activity_id }, body }),
    change: (picture, body) => changeActivityPicture({ ...of(picture), body }),
    remove: (picture) => deleteActivityPicture(of(picture)),
  }
}
