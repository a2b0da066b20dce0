import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listStatementSignOnsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { signStatement, withdrawStatementSignOn } from '@/api/generated/sdk.gen'
import { Card, CardBody } from '@/components/Card'
import { Deadline } from '@/components/Deadline'
import { QueryState } from '@/components/QueryState'
import { problemMessage } from '@/forms/problemMessage'
import { useSession } from '@/session/useSession'
import { SignOnDialog } from './SignOnDialog'
import classes from './Statements.module.css'
import type { Statement } from './statementQuery'

/** Who joins, in the order of the protocol, and one's own signature. */
export function SignOnsCard({ statement }: { statement: Statement }) {
  const { t } = useTranslation('statements')
  const { t: common } = useTranslation()
  const [isOther, setOther] = useState(false)
  const path = { statement_id: statement.id }
  const query = useQuery(listStatementSignOnsOptions({ path }))
  const champion = useSession()?.champion
  const sign = useMutation({ mutationFn: () => signStatement({ path, body: {} }) })
  const withdraw = useMutation({
    mutationFn: (sign_on_id: string) => withdrawStatementSignOn({ path: { ...path, sign_on_id } }),
  })
  const maySign = statement.actions.includes('sign-on')
  const isChair = statement.actions.includes('open-sign-on')
  const failure = sign.error ?? withdraw.error
  return (
    <Card title={t('signOn.title')} action={statement.sign_ons_count > 0 && String(statement.sign_ons_count)}>
      <CardBody>
        <QueryState query={query} rows={2}>
          {({ items }) => {
            const own = items.find(({ is_own }) => is_own)
            return (
              <>
                {items.length === 0 && <p className={classes.line}>{t('signOn.none')}</p>}
                <ul className={classes.names}>
                  {items.map(({ id, name }) => (
                    <li key={id}>
                      <bdi>{name}</bdi>
                    </li>
                  ))}
                </ul>
                {statement.sign_on_until && (
                  <p className={classes.quiet}>
                    {t('signOn.until')} <Deadline at={statement.sign_on_until} />
                  </p>
                )}
                <div className={classes.buttons} data-print="hide">
                  {maySign && champion && !own && (
                    <Button variant="filled" loading={sign.isPending} onClick={() => sign.mutate()}>
                      {t('signOn.sign', { champion: champion.name })}
                    </Button>
                  )}
                  {own && (
                    <Button size="xs" loading={withdraw.isPending} onClick={() => withdraw.mutate(own.id)}>
                      {t('signOn.withdraw')}
                    </Button>
                  )}
                  {maySign && isChair && (
                    <Button size="xs" onClick={() => setOther(true)}>
                      {t('signOn.other')}
                    </Button>
                  )}
                </div>
                {failure && (
                  <p role="alert" className={classes.failure}>
                    {problemMessage(failure, common)}
                  </p>
                )}
              </>
            )
          }}
        </QueryState>
      </CardBody>
      <SignOnDialog statement={statement} opened={isOther} onClose={() => setOther(false)} />
    </Card>
  )
}
