import { Button, Checkbox, Radio, Select } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listMinutesVersionsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen'
import { restoreMinutesVersion } from '@/api/generated/sdk.gen'
import type { MinutesItemBody, MinutesVersionBody } from '@/api/generated/types.gen'
import { itemsOf, paged } from '@/api/page'
import { LoadMore } from '@/components/LoadMore'
import { QueryState } from '@/components/QueryState'
import { problemMessage } from '@/forms/problemMessage'
import { useFormat } from '@/i18n/useFormat'
import TextDiff from './TextDiff'
import classes from './Versions.module.css'
import { runsOf } from './versionRuns'

interface Props {
  meetingId: string
  item: MinutesItemBody
  onDone: () => void
}

/** Every version that was saved: who and when, what it changes against any other, and the way back to it. */
export default function Versions({ meetingId, item, onDone }: Props) {
  const path = { meeting_id: meetingId, item_id: item.id }
  const query = useInfiniteQuery({
    ...listMinutesVersionsInfiniteOptions({ path, query: { limit: 100 } }),
    ...paged,
    initialPageParam: { path },
  })
  return (
    <QueryState query={query} rows={4}>
      {(data) => (
        <Compared meetingId={meetingId} item={item} versions={itemsOf(data)} onDone={onDone}>
          <LoadMore query={query} />
        </Compared>
      )}
    </QueryState>
  )
}

interface ComparedProps extends Props {
  versions: MinutesVersionBody[]
  children: ReactNode
}

function Compared({ meetingId, item, versions, onDone, children }: ComparedProps) {
  const { t } = useTranslation('minutes')
  const { t: tCommon } = useTranslation()
  const format = useFormat()
  const [isEach, setEach] = useState(false)
  const [chosen, setChosen] = useState<number | null>(null)
  const [against, setAgainst] = useState<string | null>(null)
  const mayWrite = item.actions.includes('write')
  const restore = useMutation({
    mutationFn: (number: number) =>
      restoreMinutesVersion({ path: { meeting_id: meetingId, item_id: item.id, number } }),
    onSuccess: onDone,
  })

  const runs = isEach ? versions.map((last) => ({ last, saves: 1 })) : runsOf(versions)
  const place = Math.max(
    0,
    runs.findIndex(({ last }) => last.number === chosen),
  )
  const shown = runs[place]?.last
  if (!shown) return null
  const before = runs[place + 1]?.last.number ?? 0
  const compared = against === null ? before : Number(against)
  const textOf = (version: MinutesVersionBody | undefined) =>
    version ? (mayWrite ? version.text : version.words) : ''
  const choices = [
    ...runs
      .filter(({ last }) => last.number !== shown.number)
      .map(({ last }) => ({
        value: String(last.number),
        label: t('versions.one', { number: format.number(last.number) }),
      })),
    { value: '0', label: t('versions.nothing') },
  ]
  return (
    <div className={classes.versions}>
      <div>
        <Radio.Group
          label={t('versions.list')}
          value={String(shown.number)}
          onChange={(number) => {
            setChosen(Number(number))
            setAgainst(null)
          }}
        >
          <ul className={classes.list}>
            {runs.map(({ last, saves }) => (
              <li key={last.number}>
                <Radio
                  value={String(last.number)}
                  label={t('versions.one', { number: format.number(last.number) })}
                  description={[
                    last.origin !== 'written' && t(`versions.origin.${last.origin}`),
                    last.saved_by,
                    format.dateTime(last.saved_at),
                    saves > 1 && t('versions.saves', { count: saves }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                />
              </li>
            ))}
          </ul>
        </Radio.Group>
        {children}
        <Checkbox
          size="xs"
          mt="sm"
          label={t('versions.each')}
          checked={isEach}
          onChange={(event) => setEach(event.currentTarget.checked)}
        />
      </div>
      <section className={classes.shown} aria-label={t('versions.one', { number: shown.number })}>
        <Select
          label={t('versions.against')}
          data={choices}
          allowDeselect={false}
          value={String(compared)}
          onChange={setAgainst}
        />
        <TextDiff
          from={textOf(versions.find(({ number }) => number === compared))}
          to={textOf(shown)}
          language={item.language}
        />
        {mayWrite && shown.number !== item.version && (
          <Button loading={restore.isPending} onClick={() => restore.mutate(shown.number)}>
            {t('versions.restore', { number: format.number(shown.number) })}
          </Button>
        )}
        {restore.error && <p role="alert">{problemMessage(restore.error, tCommon)}</p>}
      </section>
    </div>
  )
}
