import { Button, TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getCalendarFeedOptions } from '@/api/generated/@tanstack/react-query.gen'
import { makeCalendarFeed, revokeCalendarFeed } from '@/api/generated/sdk.gen'
import { Card, CardBody } from '@/components/Card'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { QueryState } from '@/components/QueryState'
import { useFormat } from '@/i18n/useFormat'
import classes from './ProfilePage.module.css'

/** The private address that one's calendar programs follow: made, renewed, stopped; shown once. */
export function CalendarFeedCard() {
  const { t } = useTranslation('profile')
  const format = useFormat()
  const [isRenewing, setRenewing] = useState(false)
  const query = useQuery(getCalendarFeedOptions())
  const make = useMutation({ mutationFn: () => makeCalendarFeed() })
  const revoke = useMutation({ mutationFn: () => revokeCalendarFeed(), onSuccess: () => make.reset() })
  const address = make.data?.data.address
  return (
    <Card title={t('feed.title')}>
      <CardBody>
        <p className={classes.line}>{t('feed.help')}</p>
        <QueryState query={query} rows={1}>
          {({ made_at: madeAt }) => (
            <>
              {address ? (
                <Address address={address} />
              ) : (
                <p>{madeAt ? t('feed.madeAgo', { ago: format.ago(madeAt) }) : t('feed.none')}</p>
              )}
              <div className={classes.buttons}>
                {madeAt ? (
                  <>
                    <Button onClick={() => setRenewing(true)}>{t('feed.renew')}</Button>
                    <Button loading={revoke.isPending} onClick={() => revoke.mutate()}>
                      {t('feed.revoke')}
                    </Button>
                  </>
                ) : (
                  <Button loading={make.isPending} onClick={() => make.mutate()}>
                    {t('feed.make')}
                  </Button>
                )}
              </div>
            </>
          )}
        </QueryState>
        <ConfirmDialog
          opened={isRenewing}
          onClose={() => setRenewing(false)}
          title={t('feed.renew')}
          confirmLabel={t('feed.renew')}
          onConfirm={() => make.mutateAsync()}
        >
          {t('feed.renewHelp')}
        </ConfirmDialog>
      </CardBody>
    </Card>
  )
}

function Address({ address }: { address: string }) {
  const { t } = useTranslation('profile')
  const clipboard = useClipboard({ timeout: 4000 })
  return (
    <>
      <TextInput
        mt="sm"
        label={t('feed.address')}
        description={t('feed.once')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={address}
        readOnly
        dir="ltr"
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button mt="sm" size="xs" onClick={() => clipboard.copy(address)}>
        <span aria-live="polite">{clipboard.copied ? t('feed.copied') : t('feed.copy')}</span>
      </Button>
    </>
  )
}
