import { Button, Kbd, Switch } from '@mantine/core'
import { IconMaximize, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { type ReactNode, type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import classes from './CurrentItem.module.css'
import { toggleFullScreen } from './fullScreen'
import type { Room } from './roomQuery'
import { StepFailure } from './StepFailure'
import { useRoomSteps } from './useRoomSteps'
import type { Shortcuts } from './useShortcuts'

interface Props {
  room: Room
  stage: RefObject<HTMLElement | null>
  shortcuts: Shortcuts
}

/** What the chair leads the meeting with, by hand or by key; for everybody, the whole screen. */
export function ChairControls({ room, stage, shortcuts }: Props) {
  const { t } = useTranslation('room')
  const steps = useRoomSteps(room.id)
  const [isEnding, setEnding] = useState(false)
  const askToEnd = async () => {
    // the dialog would lie behind what fills the screen
    if (document.fullscreenElement) await document.exitFullscreen()
    setEnding(true)
  }
  const may = (verb: string) => room.actions.includes(verb)
  const leads = may('move')
  const key = (letter: string): ReactNode => leads && shortcuts.areOn && <Kbd aria-hidden>{letter}</Kbd>
  return (
    <div className={classes.controls} data-print="hide">
      {leads && (
        <Button
          variant="filled"
          disabled={!room.next_item_id}
          loading={steps.isPending && steps.variables.verb === 'move'}
          onClick={() => steps.mutate({ verb: 'move' })}
          rightSection={key('N')}
        >
          {t(room.next_item_id ? 'next' : 'wasLast')}
        </Button>
      )}
      {may('pause') && (
        <Button
          leftSection={<IconPlayerPause size={16} aria-hidden />}
          onClick={() => steps.mutate({ verb: 'pause' })}
          rightSection={key('P')}
        >
          {t('pause')}
        </Button>
      )}
      {may('resume') && (
        <Button
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          onClick={() => steps.mutate({ verb: 'resume' })}
          rightSection={key('P')}
        >
          {t('resume')}
        </Button>
      )}
      {may('end') && <Button onClick={askToEnd}>{t('end')}</Button>}
      {document.fullscreenEnabled && (
        <Button
          variant="subtle"
          leftSection={<IconMaximize size={16} aria-hidden />}
          onClick={() => stage.current && toggleFullScreen(stage.current)}
          rightSection={key('F')}
        >
          {t('fullScreen')}
        </Button>
      )}
      {leads && (
        <Switch
          className={classes.keys}
          size="xs"
          label={t('shortcuts')}
          checked={shortcuts.areOn}
          onChange={(event) => shortcuts.turn(event.currentTarget.checked)}
        />
      )}
      <StepFailure error={steps.error} />
      <ConfirmDialog
        opened={isEnding}
        onClose={() => setEnding(false)}
        title={t('endTitle')}
        confirmLabel={t('end')}
        onConfirm={() => steps.mutateAsync({ verb: 'end' })}
      >
        {t('endHelp')}
      </ConfirmDialog>
    </div>
  )
}
