import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listNetworkToolsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { RowList } from '@/components/Row'
import { Allowed } from '@/session/permission'
import { MechanismTabs } from './MechanismTabs'
import { ToolDialog } from './ToolDialog'
import { ToolRow } from './ToolRow'

/** What the Network makes, and which champions support or test it. */
export function ToolsPage() {
  const { t } = useTranslation('mechanism')
  const [isAdding, setAdding] = useState(false)
  const query = useQuery(listNetworkToolsOptions({ query: { limit: 100 } }))
  return (
    <>
      <PageHeader
        title={t('tools.title')}
        summary={t('tools.summary')}
        action={
          <Allowed permission="mechanism:curate">
            <Button variant="filled" onClick={() => setAdding(true)}>
              {t('tools.add')}
            </Button>
          </Allowed>
        }
      />
      <MechanismTabs />
      <Card>
        <QueryState query={query} rows={5}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t('tools.none')}>{t('tools.help')}</EmptyState>
            ) : (
              <RowList label={t('tools.title')}>
                {items.map((tool) => (
                  <ToolRow key={tool.id} tool={tool} />
                ))}
              </RowList>
            )
          }
        </QueryState>
      </Card>
      <ToolDialog opened={isAdding} onClose={() => setAdding(false)} />
    </>
  )
}
