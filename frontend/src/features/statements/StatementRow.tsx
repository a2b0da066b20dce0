import { useTranslation } from 'react-i18next'
import { ChampionNames } from '@/components/Champion'
import { Deadline } from '@/components/Deadline'
import { DemonstrationMark } from '@/components/Mark'
import { Row } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { StatementStatusBadge } from './StatementStatusBadge'
import type { StatementInList } from './statementQuery'

export function StatementRow({ statement }: { statement: StatementInList }) {
  const { t } = useTranslation('statements')
  const { id, title, status, drafters } = statement
  return (
    <Row
      look="matter"
      title={
        <TextLink look="title" to="/statements/$statementId" params={{ statementId: id }}>
          <bdi>{title}</bdi>
        </TextLink>
      }
      context={
        <>
          {drafters.length > 0 ? <ChampionNames champions={drafters} /> : t('coChairs')} ·{' '}
          <When statement={statement} />
          {statement.sign_ons_count > 0 && ` · ${t('signed', { count: statement.sign_ons_count })}`}
        </>
      }
      aside={<StatementStatusBadge status={status} />}
    >
      {statement.is_demonstration && <DemonstrationMark />}
    </Row>
  )
}

/** What matters of its course now: when silence ends, when it was adopted, when it is due, or how far its text is. */
function When({ statement }: { statement: StatementInList }) {
  const { t } = useTranslation('statements')
  const format = useFormat()
  const { status, silence_until: until, adopted_at: adopted, due_on: due } = statement
  if (status === 'under_silence' && until)
    return (
      <>
        {t('silenceUntil')} <Deadline at={until} />
      </>
    )
  if (adopted) return t('adoptedOn', { date: format.date(adopted) })
  if (due) return t('dueOn', { date: format.date(due) })
  return t('versions', { count: statement.versions_count })
}
