import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listConsultationAnswersInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen'
import { paged } from '@/api/page'
import { Card, CardBody } from '@/components/Card'
import { ChampionLink } from '@/components/Champion'
import { EmptyState } from '@/components/EmptyState'
import { PagedRows } from '@/components/QueryState'
import { Row, RowList } from '@/components/Row'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { useFormat } from '@/i18n/useFormat'
import classes from './Consultations.module.css'
import type { Answer, Consultation } from './consultationQuery'

const TONES: Record<Answer['answer'], Tone> = { agree: 'done', comment: 'soon', object: 'late' }

/** What each champion says, objections first; and every answer that was ever given. */
export function AnswersCard({ consultation }: { consultation: Consultation }) {
  const { t } = useTranslation('consultations')
  const { answers, tally } = consultation
  return (
    <Card
      title={t('answers.title')}
      action={t('answers.count', { given: answers.length, total: tally.champions })}
    >
      {answers.length === 0 ? (
        <EmptyState title={t('answers.empty')} />
      ) : (
        <>
          <RowList>
            {answers.map((answer) => (
              <AnswerRow key={answer.id} answer={answer} />
            ))}
          </RowList>
          <History id={consultation.id} />
        </>
      )}
    </Card>
  )
}

function AnswerRow({ answer }: { answer: Answer }) {
  const { t } = useTranslation('consultations')
  const format = useFormat()
  return (
    <Row
      title={<ChampionLink champion={answer.champion} />}
      context={t(answer.is_on_behalf ? 'answers.onBehalf' : 'answers.by', {
        name: answer.given_by,
        when: format.dateTime(answer.given_at),
      })}
      aside={<StatusBadge tone={TONES[answer.answer]}>{t(`answer.${answer.answer}`)}</StatusBadge>}
    >
      {answer.text && (
        <p className={classes.words} dir="auto">
          {answer.text}
        </p>
      )}
    </Row>
  )
}

/** Read from the server only when unfolded. */
function History({ id }: { id: string }) {
  const { t } = useTranslation('consultations')
  const [isOpen, setOpen] = useState(false)
  const query = useInfiniteQuery({
    ...listConsultationAnswersInfiniteOptions({ path: { consultation_id: id } }),
    ...paged,
    initialPageParam: { path: { consultation_id: id } },
    enabled: isOpen,
  })
  return (
    <details className={classes.history} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('answers.history')}</summary>
      {isOpen && (
        <PagedRows
          query={query}
          empty={<EmptyState title={t('answers.empty')} />}
          label={t('answers.history')}
        >
          {(answer) => <AnswerRow answer={answer} />}
        </PagedRows>
      )}
    </details>
  )
}

/** The champions that have not answered, by name. */
export function SilentCard({ consultation }: { consultation: Consultation }) {
  const { t } = useTranslation('consultations')
  const { silent } = consultation
  return (
    <Card title={t('silent.title')} action={silent.length > 0 && String(silent.length)}>
      <CardBody>
        {silent.length === 0 ? (
          <p className={classes.words}>{t('silent.none')}</p>
        ) : (
          <ul className={classes.silent}>
            {silent.map((champion) => (
              <li key={champion.id}>
                <ChampionLink champion={champion} />
              </li>
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  )
}
