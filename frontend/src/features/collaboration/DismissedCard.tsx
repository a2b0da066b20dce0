import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { takeSuggestionUpAgain } from '@/api/generated/sdk.gen'
import { Card } from '@/components/Card'
import { Row, RowList } from '@/components/Row'
import { problemMessage } from '@/forms/problemMessage'
import { inOneLine, isolated } from '@/i18n/isolated'
import { useFormat } from '@/i18n/useFormat'
import type { Suggestions } from './suggestions'

type Dismissed = Suggestions['dismissed'][number]

/** What was set aside and of which nothing is new. */
export function DismissedCard({ dismissed }: { dismissed: readonly Dismissed[] }) {
  const { t } = useTranslation('collaboration')
  return (
    <Card title={t('dismiss.aside')}>
      <RowList>
        {dismissed.map((each) => (
          <DismissedRow key={each.id} dismissed={each} />
        ))}
      </RowList>
    </Card>
  )
}

function DismissedRow({ dismissed }: { dismissed: Dismissed }) {
  const { t } = useTranslation('collaboration')
  const { t: common } = useTranslation()
  const format = useFormat()
  const name = isolated(dismissed.champion.name)
  const again = useMutation({
    mutationFn: () => takeSuggestionUpAgain({ path: { dismissal_id: dismissed.id } }),
  })
  return (
    <Row
      title={name}
      context={inOneLine([
        dismissed.reason,
        dismissed.dismissed_by,
        format.date(dismissed.dismissed_at),
        again.isError && problemMessage(again.error, common),
      ])}
      aside={
        <Button
          size="xs"
          loading={again.isPending}
          onClick={() => again.mutate()}
          aria-label={t('dismiss.undoLabel', { champion: name })}
        >
          {t('dismiss.undo')}
        </Button>
      }
    />
  )
}
