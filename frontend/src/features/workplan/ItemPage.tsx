import { Menu } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deleteWorkplanItem } from '@/api/generated/sdk.gen'
import type { WorkplanItemBody } from '@/api/generated/types.gen'
import { ifMatch } from '@/api/record'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { DemonstrationMark } from '@/components/Mark'
import { MoreMenu } from '@/components/MoreMenu'
import { PageHeader } from '@/components/PageHeader'
import { Prose } from '@/components/Prose'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { ItemBadge } from './ItemBadge'
import { ItemFacts } from './ItemFacts'
import classes from './ItemPage.module.css'
import { ProgressUpdates } from './ProgressUpdates'
import { useItemWords } from './useItemWords'
import { itemQuery } from './workplanQueries'

export function ItemPage({ id }: { id: string }) {
  const query = useQuery(itemQuery(id))
  return <QueryState query={query}>{({ data, etag }) => <Item item={data} etag={etag} />}</QueryState>
}

function Item({ item, etag }: { item: WorkplanItemBody; etag: string }) {
  const { t } = useTranslation('workplan')
  const words = useItemWords()

  return (
    <>
      <PageHeader
        trail={
          <TextLink to="/workplan" search={{ workplan: item.workplan_id }}>
            {item.workplan_title}
          </TextLink>
        }
        title={item.title}
        summary={
          <span className={classes.standing}>
            <ItemBadge item={item} />
            {words.due(item) ?? t('context.noDue')}
            {item.is_demonstration && <DemonstrationMark />}
          </span>
        }
        action={<ItemActions item={item} etag={etag} />}
      />
      <Columns aside={<ItemFacts item={item} />}>
        <Card title={t('item.description')}>
          <CardBody>
            {item.dropped_reason && (
              <p className={classes.dropped}>{t('item.dropped', { reason: item.dropped_reason })}</p>
            )}
            {item.description ? (
              <Prose>{item.description}</Prose>
            ) : (
              <p className={classes.none}>{t('item.noDescription')}</p>
            )}
            {item.expected_result && (
              <>
                <h3 className={classes.result}>{t('item.expectedResult')}</h3>
                <Prose>{item.expected_result}</Prose>
              </>
            )}
          </CardBody>
        </Card>
        <ProgressUpdates item={item} />
      </Columns>
    </>
  )
}

function ItemActions({ item, etag }: { item: WorkplanItemBody; etag: string }) {
  const { t } = useTranslation(['workplan', 'common'])
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const remove = useMutation({
    mutationFn: () => deleteWorkplanItem({ path: { item_id: item.id }, headers: ifMatch(etag) }),
    meta: { refreshesQueries: false },
    onSuccess: () => navigate({ to: '/workplan', search: { workplan: item.workplan_id } }),
  })
  if (!item.actions.includes('change')) return null

  return (
    <>
      <ButtonLink to="/workplan/$itemId/edit" params={{ itemId: item.id }}>
        {t('common:action.edit')}
      </ButtonLink>
      <MoreMenu label={t('item.more')}>
        <Menu.Item color="red" onClick={() => setAsking(true)}>
          {t('common:action.delete')}
        </Menu.Item>
      </MoreMenu>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('item.deleteTitle', { title: item.title })}
        confirmLabel={t('common:action.delete')}
        tone="danger"
        onConfirm={() => remove.mutateAsync()}
      >
        {t('item.deleteWhat')}
      </ConfirmDialog>
    </>
  )
}
