import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  acceptStatementRemark,
  declineStatementRemark,
  withdrawStatementRemark,
} from '@/api/generated/sdk.gen'
import type { RemarkBody } from '@/api/generated/types.gen'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { problemMessage } from '@/forms/problemMessage'
import classes from './Statements.module.css'

interface Props {
  statementId: string
  remark: RemarkBody
}

/** What a champion says to a paragraph, what became of it, and what one may do with it. */
export function Remark({ statementId, remark }: Props) {
  const { t } = useTranslation('statements')
  const { t: common } = useTranslation()
  const [isDeclining, setDeclining] = useState(false)
  const path = { statement_id: statementId, remark_id: remark.id }
  const end = useMutation({
    mutationFn: (verb: 'accept' | 'withdraw') =>
      verb === 'accept' ? acceptStatementRemark({ path }) : withdrawStatementRemark({ path }),
  })
  const decline = useMutation({
    mutationFn: (reason: string) => declineStatementRemark({ path, body: { reason } }),
  })
  const verbs = (['accept', 'withdraw'] as const).filter((verb) => remark.actions.includes(verb))
  return (
    <article className={classes.remark} aria-label={t('remark.of', { champion: remark.champion.name })}>
      <div>
        <strong>{remark.champion.name}</strong> {t(`remark.kind.${remark.kind}`)} ·{' '}
        {t(`remark.status.${remark.status}`)}
      </div>
      {remark.kind === 'amendment' && (
        <p className={classes.line} dir="auto">
          {remark.proposed ? <q>{remark.proposed}</q> : t('remark.strikes')}
        </p>
      )}
      {remark.text && (
        <p className={classes.line} dir="auto">
          {remark.text}
        </p>
      )}
      {remark.answer && (
        <p className={classes.quiet}>
          {remark.answered_by}: <bdi>{remark.answer}</bdi>
        </p>
      )}
      {remark.actions.length > 0 && (
        <div className={classes.buttons} data-print="hide">
          {verbs.map((verb) => (
            <Button
              key={verb}
              size="xs"
              loading={end.isPending && end.variables === verb}
              onClick={() => end.mutate(verb)}
            >
              {t(`remark.${verb}`)}
            </Button>
          ))}
          {remark.actions.includes('decline') && (
            <Button size="xs" onClick={() => setDeclining(true)}>
              {t('remark.decline')}
            </Button>
          )}
        </div>
      )}
      {end.isError && (
        <p role="alert" className={classes.failure}>
          {problemMessage(end.error, common)}
        </p>
      )}
      <ConfirmDialog
        opened={isDeclining}
        onClose={() => setDeclining(false)}
        title={t('remark.decline')}
        confirmLabel={t('remark.decline')}
        reason="required"
        onConfirm={(reason) => decline.mutateAsync(reason)}
      />
    </article>
  )
}
