import { Button, Select } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listPeopleOptions } from '@/api/generated/@tanstack/react-query.gen'
import {
  assignPracticeReviewer,
  followPracticeReview,
  removePracticeReviewer,
  unfollowPracticeReview,
} from '@/api/generated/sdk.gen'
import type { PracticeReviewBody } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { problemMessage } from '@/forms/problemMessage'
import classes from './Review.module.css'

interface Props {
  practiceId: string
  review: PracticeReviewBody
}

/** Who advises, whom the secretariat may ask, and whether one is written to about the review. */
export function ReviewersCard({ practiceId, review }: Props) {
  const { t } = useTranslation('review')
  const { t: common } = useTranslation()
  const path = { practice_id: practiceId }
  const mayAssign = review.actions.includes('assign')
  const remove = useMutation({
    mutationFn: (person_id: string) => removePracticeReviewer({ path: { ...path, person_id } }),
  })
  const follow = useMutation({
    mutationFn: () =>
      review.is_followed ? unfollowPracticeReview({ path }) : followPracticeReview({ path }),
  })
  const failed = remove.error ?? follow.error
  return (
    <Card title={t('reviewers.title')}>
      <CardBody>
        {review.reviewers.length === 0 && <p className={classes.quiet}>{t('reviewers.none')}</p>}
        <ul className={classes.people}>
          {review.reviewers.map(({ person_id, name, champion, has_commented }) => (
            <li key={person_id} className={classes.person}>
              <span>
                <bdi>{name}</bdi>
                <span className={classes.quiet}>
                  {champion && ` · ${champion.name}`}
                  {has_commented && ` · ${t('reviewers.hasCommented')}`}
                </span>
              </span>
              {mayAssign && (
                <Button
                  variant="subtle"
                  size="compact-xs"
                  aria-label={t('reviewers.remove', { name })}
                  loading={remove.isPending && remove.variables === person_id}
                  onClick={() => remove.mutate(person_id)}
                >
                  {t('reviewers.removeShort')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {mayAssign && <Assign practiceId={practiceId} review={review} />}
        <div className={classes.buttons}>
          <Button size="xs" loading={follow.isPending} onClick={() => follow.mutate()}>
            {t(review.is_followed ? 'unfollow' : 'follow')}
          </Button>
        </div>
        <p className={classes.quiet}>{t(review.is_followed ? 'unfollowHelp' : 'followHelp')}</p>
        {failed && (
          <p role="alert" className={classes.failure}>
            {problemMessage(failed, common)}
          </p>
        )}
      </CardBody>
    </Card>
  )
}

function Assign({ practiceId, review }: Props) {
  const { t } = useTranslation('review')
  const { t: common } = useTranslation()
  const [typed, setTyped] = useState('')
  const people = useQuery(
    listPeopleOptions({ query: { limit: 50, has_ended: false, ...(typed.trim() && { q: typed.trim() }) } }),
  )
  const assign = useMutation({
    mutationFn: (person_id: string) =>
      assignPracticeReviewer({ path: { practice_id: practiceId }, body: { person_id } }),
    onSuccess: () => setTyped(''),
  })
  const asked = new Set(review.reviewers.map(({ person_id }) => person_id))
  const choices = (people.data?.items ?? [])
    .filter(({ id }) => !asked.has(id))
    .map(({ id, name, champion }) => ({ value: id, label: champion ? `${name} · ${champion.name}` : name }))
  return (
    <Select
      mt="xs"
      label={t('reviewers.assign')}
      placeholder={t('reviewers.choose')}
      searchable
      data={choices}
      filter={({ options }) => options}
      value={null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(person_id) => person_id && assign.mutate(person_id)}
      nothingFoundMessage={common('form.nothingFound')}
      error={assign.isError && problemMessage(assign.error, common)}
    />
  )
}
