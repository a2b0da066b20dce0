import { Button, Kbd, Menu, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listChampionsOptions, listMinutesPhrasesOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { MinutesItemBody } from '@/api/generated/types.gen'
import type { OutcomeKind } from './AddOutcome'
import classes from './ItemEditor.module.css'
import { insertWords } from './insertWords'
import { chosenWords, withNames } from './sentence'

interface Props {
  item: MinutesItemBody
  area: () => HTMLTextAreaElement | null
  opened: boolean
  onOpened: (opened: boolean) => void
  /** The words chosen in the text are to become a decision or an action, of the champion that they mark if they do. */
  onOutcome: (words: string, as: OutcomeKind, owner: string | undefined) => void
}

type Picked = 'phrase' | 'champion'

/** What one makes of the words that are chosen, and what one puts in where one writes; all of it by keyboard from Ctrl + Enter. */
export function EditorTools({ item, area, opened, onOpened, onOutcome }: Props) {
  const { t } = useTranslation('minutes')
  const [picking, setPicking] = useState<Picked | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (opened) button.current?.scrollIntoView({ block: 'nearest' })
  }, [opened])
  const { data: champions } = useQuery(listChampionsOptions({ query: { limit: 100 } }))
  const names = new Map(champions?.items.map(({ iso3, name }) => [iso3, name]))

  const back = () => {
    setPicking(null)
    area()?.focus()
  }
  const make = (as: OutcomeKind) => {
    onOpened(false)
    const field = area()
    if (!field) return
    const chosen = chosenWords(field.value, field.selectionStart, field.selectionEnd)
    const told = withNames(chosen, (iso3) =>
      item.named.includes(iso3) ? (names.get(iso3) ?? iso3) : t('unnamed'),
    )
    onOutcome(told.words, as, told.marks.length === 1 ? told.marks[0] : undefined)
  }
  const pick = (what: Picked) => {
    onOpened(false)
    setPicking(what)
  }
  const insert = (words: string | null) => {
    setPicking(null)
    const field = area()
    if (field && words) insertWords(field, words)
  }
  return (
    <>
      <Menu
        opened={opened}
        onChange={(next) => {
          onOpened(next)
          if (!next) area()?.focus()
        }}
        closeOnItemClick={false}
        withInitialFocusPlaceholder={false}
        returnFocus={false}
        position="bottom-start"
      >
        <Menu.Target>
          <Button
            ref={button}
            size="xs"
            aria-keyshortcuts="Control+Enter"
            rightSection={<Kbd size="xs">Ctrl ↵</Kbd>}
          >
            {t('tools.open')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {item.actions.includes('add-decision') && (
            <>
              <Menu.Item onClick={() => make('decision')}>{t('tools.decision')}</Menu.Item>
              <Menu.Item onClick={() => make('action')}>{t('tools.action')}</Menu.Item>
              <Menu.Divider />
            </>
          )}
          <Menu.Item onClick={() => pick('phrase')}>{t('tools.phrase')}</Menu.Item>
          <Menu.Item onClick={() => pick('champion')}>{t('tools.champion')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {picking === 'phrase' && <PhrasePicker language={item.language} onPick={insert} onLeave={back} />}
      {picking === 'champion' && (
        <Picker
          label={t('tools.champion')}
          choices={[...names].map(([value, label]) => ({ value, label }))}
          onPick={(iso3) => insert(iso3 && `@${iso3}`)}
          onLeave={back}
        />
      )}
    </>
  )
}

/** The library of standard phrases, in the language of the minutes. */
function PhrasePicker({
  language,
  ...picker
}: {
  language: MinutesItemBody['language']
  onPick: (words: string | null) => void
  onLeave: () => void
}) {
  const { t } = useTranslation('minutes')
  const { data } = useQuery(listMinutesPhrasesOptions({ query: { language, limit: 100 } }))
  return <Picker label={t('tools.phrase')} choices={data?.items.map(({ text }) => text) ?? []} {...picker} />
}

interface PickerProps {
  label: string
  choices: readonly (string | { value: string; label: string })[]
  onPick: (value: string | null) => void
  onLeave: () => void
}

/** A list to search by typing; Enter puts in what is marked, Escape goes back to the text. */
function Picker({ label, choices, onPick, onLeave }: PickerProps) {
  const { t } = useTranslation()
  return (
    <Select
      className={classes.picker}
      aria-label={label}
      placeholder={label}
      data={choices}
      searchable
      autoFocus
      defaultDropdownOpened
      selectFirstOptionOnChange
      nothingFoundMessage={t('form.nothingFound')}
      onChange={onPick}
      onBlur={() => onPick(null)}
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
    />
  )
}
