import { Button, TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Deadline } from '@/components/Deadline'
import { FormActions } from '@/forms/Form'
import classes from './LinkHandover.module.css'
import type { PersonWithLink } from './peopleQuery'

interface Props {
  person: PersonWithLink
  onDone: () => void
}

/** A one-time link, to copy now: it is kept nowhere, and shown here only. */
export function LinkHandover({ person, onDone }: Props) {
  const { t } = useTranslation(['administration', 'common'])
  const clipboard = useClipboard({ timeout: 4000 })
  return (
    <>
      <p className={classes.text} role="status">
        {person.is_mailed
          ? t('link.mailed', { email: person.email })
          : t('link.notMailed', { name: person.name })}
      </p>
      <div className={classes.link}>
        <TextInput
          className={classes.field}
          label={t('link.label')}
          value={person.one_time_link}
          readOnly
          dir="ltr"
          data-autofocus
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          leftSection={
            clipboard.copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
          }
          onClick={() => clipboard.copy(person.one_time_link)}
        >
          <span aria-live="polite">{clipboard.copied ? t('link.copied') : t('link.copy')}</span>
        </Button>
      </div>
      <p className={classes.text}>
        {t('link.worksUntil')} <Deadline at={person.link_expires_at} />. {t('link.shownOnce')}
      </p>
      <FormActions>
        <Button variant="filled" onClick={onDone}>
          {t('link.done')}
        </Button>
      </FormActions>
    </>
  )
}
