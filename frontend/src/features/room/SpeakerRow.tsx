import { ActionIcon, Button, Kbd, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './Floor.module.css'
import type { Speaker } from './roomQuery'
import { useRoomSteps } from './useRoomSteps'

interface Props {
  roomId: string
  speaker: Speaker
  isLast: boolean
  /** The key that gives the floor to who waits first. */
  shortcut: string | null
}

/** A champion that waits; whoever leads the meeting keeps the order. */
export function SpeakerRow({ roomId, speaker, isLast, shortcut }: Props) {
  const { t } = useTranslation('room')
  const steps = useRoomSteps(roomId)
  const may = (verb: string) => speaker.actions.includes(verb)
  const champion = speaker.champion.name
  const position = speaker.position ?? 1
  const move = (to: number) => steps.mutate({ verb: 'reorder', speakerId: speaker.id, position: to })
  return (
    <li className={classes.row}>
      <span className={classes.position}>{position}</span>
      <span className={classes.champion}>{champion}</span>
      {may('give-floor') && (
        <Button
          size="xs"
          loading={steps.isPending}
          aria-label={t('floor.giveTo', { champion })}
          onClick={() => steps.mutate({ verb: 'give-floor', speakerId: speaker.id })}
          rightSection={shortcut && <Kbd aria-hidden>{shortcut}</Kbd>}
        >
          {t('floor.give')}
        </Button>
      )}
      {may('reorder') && (
        <Menu withinPortal={false}>
          <Menu.Target>
            <ActionIcon size={32} aria-label={t('floor.menu', { champion })}>
              <IconDots size={18} stroke={1.75} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {position > 1 && <Menu.Item onClick={() => move(1)}>{t('floor.toFront')}</Menu.Item>}
            {position > 1 && <Menu.Item onClick={() => move(position - 1)}>{t('floor.up')}</Menu.Item>}
            {!isLast && <Menu.Item onClick={() => move(position + 1)}>{t('floor.down')}</Menu.Item>}
            {may('remove') && (
              <Menu.Item color="red" onClick={() => steps.mutate({ verb: 'remove', speakerId: speaker.id })}>
                {t('floor.remove')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  )
}
