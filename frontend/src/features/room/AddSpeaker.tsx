import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listChampionsOptions } from '@/api/generated/@tanstack/react-query.gen'
import classes from './Floor.module.css'
import type { Room } from './roomQuery'
import { useRoomSteps } from './useRoomSteps'

/** Puts who raised a hand in the hall onto the list. */
export function AddSpeaker({ room }: { room: Room }) {
  const { t } = useTranslation(['room', 'common'])
  const steps = useRoomSteps(room.id)
  const { data } = useQuery(listChampionsOptions({ query: { limit: 100 } }))
  const listed = new Set(room.speakers.map(({ champion }) => champion.id))
  const choices = (data?.items ?? []).filter(({ id }) => !listed.has(id))
  return (
    <div className={classes.add} data-print="hide">
      <Select
        aria-label={t('floor.add')}
        placeholder={t('floor.add')}
        data={choices.map(({ iso3, name }) => ({ value: iso3, label: name }))}
        value={null}
        onChange={(champion) => champion && steps.mutate({ verb: 'request-floor', champion })}
        searchable
        comboboxProps={{ withinPortal: false }} // what fills the screen hides the rest of the page
        nothingFoundMessage={t('common:form.nothingFound')}
        disabled={steps.isPending}
      />
    </div>
  )
}
