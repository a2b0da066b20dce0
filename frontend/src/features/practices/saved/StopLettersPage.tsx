import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getSavedSearchLettersOptions } from '@/api/generated/@tanstack/react-query.gen'
import { stopSavedSearchLetters } from '@/api/generated/sdk.gen'
import { isProblem } from '@/api/problem'
import { Card, CardBody } from '@/components/Card'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { problemMessage } from '@/forms/problemMessage'
import classes from './SavedSearches.module.css'

/** Where the foot of a letter leads: which letters it stops, and the button that stops them. No sign-in is asked for. */
export function StopLettersPage({ token }: { token: string }) {
  const { t } = useTranslation('savedsearches')
  const { t: common } = useTranslation()
  const path = { letters_token: token }
  const query = useQuery({ ...getSavedSearchLettersOptions({ path }), retry: false })
  const stop = useMutation({ mutationFn: () => stopSavedSearchLetters({ path }) })
  const isUnknown = isProblem(query.error) && [404, 422].includes(query.error.status)
  return (
    <div className={classes.sheet}>
      <PageHeader title={t('stop.title')} />
      <Card>
        <CardBody>
          {isUnknown ? (
            <p>{t('stop.unknown')}</p>
          ) : (
            <QueryState query={query} rows={2}>
              {({ names }) =>
                names.length === 0 ? (
                  <p role="status">{t('stop.stopped')}</p>
                ) : (
                  <>
                    <p>{t('stop.ask')}</p>
                    <ul>
                      {[...new Set(names)].map((name) => (
                        <li key={name}>
                          <bdi>{name}</bdi>
                        </li>
                      ))}
                    </ul>
                    <Button variant="filled" loading={stop.isPending} onClick={() => stop.mutate()}>
                      {t('stop.confirm')}
                    </Button>
                    {stop.isError && <p role="alert">{problemMessage(stop.error, common)}</p>}
                  </>
                )
              }
            </QueryState>
          )}
          <p>
            <TextLink to="/practices/saved-searches">{t('stop.manage')}</TextLink>
          </p>
        </CardBody>
      </Card>
    </div>
  )
}
