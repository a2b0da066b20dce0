import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deleteNetworkTool, endNetworkToolSupport } from '@/api/generated/sdk.gen'
import type { ToolBody } from '@/api/generated/types.gen'
import { ExternalLink } from '@/components/ExternalLink'
import { ConfidenceMark, DemonstrationMark } from '@/components/Mark'
import { ObjectiveChips } from '@/components/ObjectiveChips'
import { Row } from '@/components/Row'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { useFormat } from '@/i18n/useFormat'
import { useSession } from '@/session/useSession'
import { EntrySteps } from './EntrySteps'
import classes from './Mechanism.module.css'
import { SupportDialog } from './SupportDialog'
import { ToolDialog } from './ToolDialog'

const TONES: Record<ToolBody['stage'], Tone> = { in_development: 'quiet', in_test: 'active', in_use: 'done' }
const PARTS = ['supports', 'tests'] as const

export function ToolRow({ tool }: { tool: ToolBody }) {
  const { t } = useTranslation('mechanism')
  const [isChanging, setChanging] = useState(false)
  return (
    <Row
      look="matter"
      title={<bdi>{tool.title}</bdi>}
      context={
        <>
          {t(`tools.kind.${tool.kind}`)}
          {tool.link && (
            <>
              {' · '}
              <ExternalLink href={tool.link}>{t('link')}</ExternalLink>
            </>
          )}{' '}
          {tool.confidence === 'recalled' && <ConfidenceMark source={tool.source} />}
          {tool.is_demonstration && <DemonstrationMark />}
        </>
      }
      aside={<StatusBadge tone={TONES[tool.stage]}>{t(`tools.stage.${tool.stage}`)}</StatusBadge>}
    >
      {tool.summary && (
        <p className={classes.text}>
          <bdi>{tool.summary}</bdi>
        </p>
      )}
      <Supporters tool={tool} />
      <ObjectiveChips numbers={tool.objectives} />
      <EntrySteps
        entry={tool}
        onChange={() => setChanging(true)}
        remove={(headers) => deleteNetworkTool({ path: { record_id: tool.id }, headers })}
      >
        {tool.actions.includes('support') && <OwnSupport tool={tool} />}
      </EntrySteps>
      <ToolDialog tool={tool} opened={isChanging} onClose={() => setChanging(false)} />
    </Row>
  )
}

function Supporters({ tool }: { tool: ToolBody }) {
  const { t } = useTranslation('mechanism')
  const format = useFormat()
  if (tool.supporters.length === 0) return <p className={classes.line}>{t('tools.untested')}</p>
  const said = tool.supporters.filter(({ feedback }) => feedback)
  return (
    <>
      {PARTS.map((part) => {
        const champions = tool.supporters.filter((supporter) => supporter.part === part)
        if (champions.length === 0) return null
        const names = champions.map(
          ({ champion, since_on }) =>
            `${champion.name} (${t('tools.since', { date: format.date(since_on) })})`,
        )
        return (
          <p key={part} className={classes.line}>
            {t(`tools.${part}`)} {format.list(names)}
          </p>
        )
      })}
      {said.map(({ champion, feedback, is_demonstration }) => (
        <blockquote key={champion.id} className={classes.quote}>
          {champion.name}: <bdi>{feedback}</bdi> {is_demonstration && <DemonstrationMark />}
        </blockquote>
      ))}
    </>
  )
}

function OwnSupport({ tool }: { tool: ToolBody }) {
  const { t } = useTranslation('mechanism')
  const [isSaying, setSaying] = useState(false)
  const own = useSession()?.champion
  const mine = tool.supporters.find(({ champion }) => champion.id === own?.id)
  const end = useMutation({ mutationFn: () => endNetworkToolSupport({ path: { record_id: tool.id } }) })
  const label = mine ? t('tools.mine') : t('tools.support')
  return (
    <>
      <Button size="xs" onClick={() => setSaying(true)} aria-label={`${label}: ${tool.title}`}>
        {label}
      </Button>
      {mine && (
        <Button
          size="xs"
          variant="subtle"
          loading={end.isPending}
          onClick={() => end.mutate()}
          aria-label={`${t('tools.end')}: ${tool.title}`}
        >
          {t('tools.end')}
        </Button>
      )}
      <SupportDialog tool={tool} {...(mine && { mine })} opened={isSaying} onClose={() => setSaying(false)} />
    </>
  )
}
