import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { planCochairTerms } from '@/api/generated/sdk.gen'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { useFormat } from '@/i18n/useFormat'
import { sixMonthsAfter } from '../sixMonths'
import { codesOf, type ProposedTerm } from './proposalQuery'

/** Turns one proposal into planned terms, all of them at once; the audit trail keeps the reasons. */
export function PlanButton({ items, name }: { items: ProposedTerm[]; name: string }) {
  const { t } = useTranslation('rotation')
  const format = useFormat()
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const [first] = items
  const isLonger = first !== undefined && first.ends_on !== sixMonthsAfter(first.starts_on)
  const plan = useMutation({
    mutationFn: (lengthReason: string) =>
      planCochairTerms({
        body: {
          terms: items.map((term, place) => ({
            champions: codesOf(term),
            starts_on: term.starts_on,
            ...(isLonger && place === 0 && { ends_on: term.ends_on, length_reason: lengthReason }),
            reasons: term.reasons.map(({ text }) => text),
          })),
        },
      }),
    onSuccess: () => navigate({ to: '/co-chairs' }),
  })
  return (
    <>
      <Button size="xs" variant="filled" aria-label={t('planOf', { name })} onClick={() => setAsking(true)}>
        {t('plan')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('planTitle', { count: items.length })}
        confirmLabel={t('plan')}
        reason={isLonger ? 'required' : 'none'}
        onConfirm={(lengthReason) => plan.mutateAsync(lengthReason)}
      >
        <p>{t(isLonger ? 'planTextLength' : 'planText')}</p>
        <ul>
          {items.map((term) => (
            <li key={term.starts_on}>
              {format.dateRange(term.starts_on, term.ends_on)}:{' '}
              {format.list(term.champions.map((champion) => champion.name))}
            </li>
          ))}
        </ul>
      </ConfirmDialog>
    </>
  )
}
