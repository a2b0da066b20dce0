import { Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Versioned } from '@/api/record'
import { Card, CardBody } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { DemonstrationMark } from '@/components/Mark'
import { ObjectiveChips } from '@/components/ObjectiveChips'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { usePermission } from '@/session/permission'
import classes from './ChampionPage.module.css'
import { type Champion, championQuery } from './championQuery'
import { EditChampionDialog } from './EditChampionDialog'

import { FocalPoints } from './FocalPoints'
import { LeaveDialog } from './LeaveDialog'
import { Membership } from './Membership'
import { RejoinDialog, RemoveDialog } from './StandingDialogs'
import { TermsServed } from './TermsServed'
import { useMembership } from './useMembership'
import { WorkOfChampion } from './WorkOfChampion'

export function ChampionPage({ id }: { id: string }) {
  const query = useQuery(championQuery(id))
  return <QueryState query={query}>{(record) => <ChampionSheet record={record} />}</QueryState>
}

function ChampionSheet({ record }: { record: Versioned<Champion> }) {
  const champion = record.data
  const { t } = useTranslation('champions')
  const membership = useMembership()
  const standing = [champion.subregion.name, ...membership(champion)].join(' · ')

  return (
    <>
      <PageHeader
        title={champion.name}
        trail={<TextLink to="/champions">{t('back')}</TextLink>}
        summary={
          <>
            {standing}{' '}
            {champion.is_co_chair_now && <StatusBadge tone="active">{t('coChairsNow')}</StatusBadge>}{' '}
            {champion.is_demonstration && <DemonstrationMark />}
          </>
        }
        action={champion.actions.length > 0 && <Actions record={record} />}
      />
      <Columns
        aside={
          <>
            {champion.focal_points && <FocalPoints people={champion.focal_points} />}
            <TermsServed terms={champion.terms} />
            <Membership champion={champion} />
          </>
        }
      >
        <About champion={champion} />
        <Objectives champion={champion} />
        <WorkOfChampion champion={champion} />
      </Columns>
    </>
  )
}

function About({ champion }: { champion: Champion }) {
  const { t } = useTranslation('champions')
  const mayChange = champion.actions.includes('change')
  const keepsRecord = usePermission('champions:write')
  if (!champion.about && !mayChange) return null
  return (
    <Card title={t('about.title')}>
      <CardBody>
        {champion.about ? (
          <div className={classes.about} dir="auto">
            {champion.about}
          </div>
        ) : (
          <p className={classes.quiet}>{t(keepsRecord ? 'about.empty' : 'about.emptyOwn')}</p>
        )}
      </CardBody>
    </Card>
  )
}

function Objectives({ champion }: { champion: Champion }) {
  const { t } = useTranslation('champions')
  return (
    <Card
      title={t('objectives.title')}
      action={
        champion.objectives_are_demonstration && champion.objectives.length > 0 && <DemonstrationMark />
      }
    >
      <CardBody>
        {champion.objectives.length === 0 && <p className={classes.quiet}>{t('objectives.empty')}</p>}
        <ObjectiveChips numbers={champion.objectives} />
        {champion.objectives_are_demonstration && champion.objectives.length > 0 && (
          <p className={classes.note}>{t('objectives.invented')}</p>
        )}
      </CardBody>
    </Card>
  )
}

type Dialog = 'edit' | 'leave' | 'rejoin' | 'delete'

function Actions({ record }: { record: Versioned<Champion> }) {
  const { t } = useTranslation('champions')
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const keepsRecord = usePermission('champions:write')
  const { actions } = record.data
  const others = (['leave', 'rejoin', 'delete'] as const).filter((action) => actions.includes(action))
  const props = { record, onClose: () => setDialog(null) }

  return (
    <>
      {others.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button>{t('more')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((action) => (
              <Menu.Item key={action} onClick={() => setDialog(action)}>
                {t(action)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {actions.includes('change') && (
        <Button variant="filled" onClick={() => setDialog('edit')}>
          {t(keepsRecord ? 'edit' : 'describe')}
        </Button>
      )}
      <EditChampionDialog {...props} opened={dialog === 'edit'} />
      <LeaveDialog {...props} opened={dialog === 'leave'} />
      <RejoinDialog {...props} opened={dialog === 'rejoin'} />
      <RemoveDialog {...props} opened={dialog === 'delete'} />
    </>
  )
}
