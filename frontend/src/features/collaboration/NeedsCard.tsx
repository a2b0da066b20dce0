import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listCollaborationNeedsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen'
import { takeCollaborationNeedBack } from '@/api/generated/sdk.gen'
import type { NeedBody } from '@/api/generated/types.gen'
import { paged } from '@/api/page'
import { Card } from '@/components/Card'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { DemonstrationMark } from '@/components/Mark'
import { ObjectiveChip } from '@/components/ObjectiveChips'
import { PagedRows } from '@/components/QueryState'
import { Row } from '@/components/Row'
import { isolated } from '@/i18n/isolated'
import { Allowed } from '@/session/permission'
import { NeedDialog } from './NeedDialog'

/** What champions seek and offer, each in a sentence. */
export function NeedsCard({ iso3 }: { iso3: string | undefined }) {
  const { t } = useTranslation('collaboration')
  const [isWriting, setWriting] = useState(false)
  const query = useInfiniteQuery({
    ...listCollaborationNeedsInfiniteOptions({ query: { limit: 8 } }),
    ...paged,
  })
  return (
    <Card
      title={t('need.title')}
      action={
        iso3 && (
          <Allowed permission="collaboration:write">
            <Button size="xs" onClick={() => setWriting(true)}>
              {t('need.say')}
            </Button>
          </Allowed>
        )
      }
    >
      <PagedRows
        query={query}
        rows={3}
        empty={<EmptyState title={t('need.empty')}>{t('need.emptyHelp')}</EmptyState>}
      >
        {(need) => <NeedRow need={need} />}
      </PagedRows>
      {isWriting && iso3 && <NeedDialog iso3={iso3} onClose={() => setWriting(false)} />}
    </Card>
  )
}

function NeedRow({ need }: { need: NeedBody }) {
  const { t } = useTranslation('collaboration')
  const [isAsked, setAsked] = useState(false)
  const takeBack = useMutation({
    mutationFn: () => takeCollaborationNeedBack({ path: { need_id: need.id } }),
  })
  return (
    <Row
      title={t(`need.${need.kind}`, { champion: isolated(need.champion.name) })}
      context={<bdi>{need.sentence}</bdi>}
    >
      <ObjectiveChip number={need.objective} /> {need.is_demonstration && <DemonstrationMark />}
      {need.actions.includes('delete') && (
        <>
          {' '}
          <Button size="compact-xs" variant="subtle" onClick={() => setAsked(true)}>
            {t('need.takeBack')}
          </Button>
          <ConfirmDialog
            opened={isAsked}
            onClose={() => setAsked(false)}
            title={t('need.takeBackTitle')}
            confirmLabel={t('need.takeBack')}
            onConfirm={() => takeBack.mutateAsync()}
          >
            <p>
              <bdi>{need.sentence}</bdi>
            </p>
          </ConfirmDialog>
        </>
      )}
    </Row>
  )
}
