import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getPracticeReviewOptions, getPracticeRoundOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { PracticeReviewBody, RoundBody } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { FIELDS_OF, FORM_STEPS } from '../editor/formSteps'
import { useFieldLabels } from '../editor/useFieldLabels'
import { PracticeNotices } from '../PracticeNotices'
import { PracticeSteps } from '../PracticeSteps'
import { type PracticeBody, practiceQuery } from '../practiceQuery'
import { CommentComposer } from './CommentComposer'
import { CommentThread } from './CommentThread'
import classes from './Review.module.css'
import { ReviewedField } from './ReviewedField'
import { ReviewersCard } from './ReviewersCard'
import { ReviewHistory } from './ReviewHistory'
import { RoundsCard } from './RoundsCard'
import { useRoundComments } from './useRoundComments'

interface Props {
  id: string
  /** Its number; the last one where nothing is said. */
  round: number | undefined
}

/** A practice as it was submitted, field by field, with what is said to each: for those who review, and for its champion. */
export function PracticeReviewPage({ id, round }: Props) {
  const { t } = useTranslation('review')
  const path = { practice_id: id }
  const practice = useQuery(practiceQuery(id))
  const review = useQuery(getPracticeReviewOptions({ path }))
  return (
    <QueryState query={practice}>
      {({ data, etag }) => (
        <>
          <PageHeader
            title={data.title}
            trail={
              <TextLink to="/practices/$practiceId" params={{ practiceId: id }}>
                {t('toPractice')}
              </TextLink>
            }
            summary={<WhereItStands practice={data} review={review.data} round={round} />}
            action={<PracticeSteps practice={data} etag={etag} />}
          />
          <PracticeNotices practice={{ ...data, missing: [] }} />
          <QueryState query={review}>
            {(stands) => <Review practice={data} review={stands} round={round ?? stands.rounds[0]?.number} />}
          </QueryState>
        </>
      )}
    </QueryState>
  )
}

function WhereItStands({
  practice,
  review,
  round,
}: {
  practice: PracticeBody
  review: PracticeReviewBody | undefined
  round: number | undefined
}) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const shown = review?.rounds.find(({ number }) => number === round) ?? review?.rounds[0]
  if (!shown) return null
  return t('roundOf', {
    number: format.number(shown.number),
    champion: practice.champion.name,
    date: format.date(shown.opened_at),
  })
}

function Review({
  practice,
  review,
  round,
}: {
  practice: PracticeBody
  review: PracticeReviewBody
  round: number | undefined
}) {
  const { t } = useTranslation('review')
  return (
    <Columns
      aside={
        <>
          <RoundsCard practiceId={practice.id} rounds={review.rounds} shown={round} />
          <ReviewersCard practiceId={practice.id} review={review} />
          <ReviewHistory practiceId={practice.id} />
        </>
      }
    >
      <Card>
        {round === undefined ? (
          <EmptyState title={t('empty')}>{t('emptyHelp')}</EmptyState>
        ) : (
          <Submitted practice={practice} number={round} mayComment={review.actions.includes('comment')} />
        )}
      </Card>
    </Columns>
  )
}

function Submitted({
  practice,
  number,
  mayComment,
}: {
  practice: PracticeBody
  number: number
  mayComment: boolean
}) {
  const path = { practice_id: practice.id, number }
  const query = useQuery(getPracticeRoundOptions({ path }))
  return (
    <QueryState query={query} rows={8}>
      {(round) => <Fields practice={practice} round={round} mayComment={mayComment && !round.closed_at} />}
    </QueryState>
  )
}

function Fields({
  practice,
  round,
  mayComment,
}: {
  practice: PracticeBody
  round: RoundBody
  mayComment: boolean
}) {
  const { t } = useTranslation(['practices', 'review'])
  const labels = useFieldLabels()
  const comments = useRoundComments(practice, round.number)
  const onTheWhole = comments.filter(({ field }) => field === null)
  return (
    <>
      {(mayComment || onTheWhole.length > 0) && (
        <section className={classes.step} aria-label={t('review:whole')}>
          <div className={classes.entryHead}>
            <h2 className={classes.stepTitle}>{t('review:whole')}</h2>
            {mayComment && (
              <CommentComposer practiceId={practice.id} field={null} label={t('review:whole')} />
            )}
          </div>
          {onTheWhole.map((comment) => (
            <CommentThread key={comment.id} comment={comment} />
          ))}
        </section>
      )}
      {FORM_STEPS.map((step) => (
        <section key={step} className={classes.step} aria-label={t(`form.${step}`)}>
          <h2 className={classes.stepTitle}>{t(`form.${step}`)}</h2>
          {FIELDS_OF[step].map(
            (name) =>
              name !== 'champion' && (
                <ReviewedField
                  key={name}
                  practiceId={practice.id}
                  name={name}
                  label={labels[name]}
                  round={round}
                  comments={comments.filter(({ field }) => field === name)}
                  mayComment={mayComment}
                />
              ),
          )}
        </section>
      ))}
    </>
  )
}
