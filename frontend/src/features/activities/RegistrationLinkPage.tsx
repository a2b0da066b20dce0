import { Button, Group } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getRegistrationLinkOptions } from '@/api/generated/@tanstack/react-query.gen'
import { confirmRegistration, withdrawRegistration } from '@/api/generated/sdk.gen'
import { isProblem } from '@/api/problem'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { problemMessage } from '@/forms/problemMessage'
import { useFormat } from '@/i18n/useFormat'
import classes from './Activity.module.css'

/** Where the link of a registration leads: what one has, and the button that confirms it or gives it back. */
export function RegistrationLinkPage({ token }: { token: string }) {
  const { t } = useTranslation('registrations')
  const { t: common } = useTranslation()
  const format = useFormat()
  const path = { registration_token: token }
  const query = useQuery({ ...getRegistrationLinkOptions({ path }), retry: false })
  const act = useMutation({
    mutationFn: (verb: 'confirm' | 'withdraw') =>
      (verb === 'confirm' ? confirmRegistration : withdrawRegistration)({ path }),
  })
  if (isProblem(query.error) && (query.error.status === 404 || query.error.status === 422)) {
    return (
      <div className={classes.sheet}>
        <PageHeader title={t('link.title')} />
        <Card>
          <CardBody>
            <p className={classes.said}>{t('link.unknown')}</p>
            <ButtonLink to="/activities">{t('link.toActivities')}</ButtonLink>
          </CardBody>
        </Card>
      </div>
    )
  }
  return (
    <QueryState query={query}>
      {(link) => (
        <div className={classes.sheet}>
          <PageHeader title={link.title} summary={link.starts_on && format.fullDate(link.starts_on)} />
          <Card title={t('link.title')}>
            <CardBody>
              <p className={classes.said} role="status">
                {link.seat === 'unconfirmed'
                  ? t('link.ask', { name: link.name })
                  : t(`own.${link.seat}`, { place: link.place })}
              </p>
              <Group gap="xs" my="md">
                {link.actions.includes('confirm') && (
                  <Button variant="filled" loading={act.isPending} onClick={() => act.mutate('confirm')}>
                    {t('link.confirm')}
                  </Button>
                )}
                {link.actions.includes('withdraw') && (
                  <Button loading={act.isPending} onClick={() => act.mutate('withdraw')}>
                    {t('withdraw')}
                  </Button>
                )}
              </Group>
              {act.isError && (
                <p role="alert" className={classes.failure}>
                  {problemMessage(act.error, common)}
                </p>
              )}
              <p className={classes.days}>{t('link.help')}</p>
              <TextLink to="/activities/$activityId" params={{ activityId: link.activity_id }}>
                {t('link.toActivity')}
              </TextLink>
            </CardBody>
          </Card>
        </div>
      )}
    </QueryState>
  )
}
