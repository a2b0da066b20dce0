import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { type Control, useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { ExternalLink } from '@/components/ExternalLink'
import classes from './Activity.module.css'
import type { ActivityFields } from './activityFields'

const MOST = 10

/** Links, each with what is found there. One is kept once it is whole. */
export function LinksField({ control }: { control: Control<ActivityFields> }) {
  const { t } = useTranslation('activities')
  const { field, fieldState } = useController({ control, name: 'links' })
  const [label, setLabel] = useState('')
  const [address, setAddress] = useState('')
  const isWhole = label.trim() !== '' && /^https?:\/\/\S+$/.test(address.trim())
  const add = () => {
    field.onChange([...field.value, { label: label.trim(), address: address.trim() }])
    setLabel('')
    setAddress('')
  }
  return (
    <fieldset className={classes.links}>
      <legend>{t('links')}</legend>
      {field.value.length > 0 && (
        <ul className={classes.list}>
          {field.value.map((link) => (
            <li key={`${link.label} ${link.address}`} className={classes.link}>
              <ExternalLink href={link.address}>{link.label}</ExternalLink>
              <ActionIcon
                variant="subtle"
                size={32}
                aria-label={t('field.linkRemove', { label: link.label })}
                onClick={() => field.onChange(field.value.filter((other) => other !== link))}
              >
                <IconX size={16} stroke={1.75} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {fieldState.error && (
        <p role="alert" className={classes.failure}>
          {fieldState.error.message ?? t('field.linkWrong')}
        </p>
      )}
      {field.value.length < MOST && (
        <div className={classes.pair}>
          <TextInput
            label={t('field.linkLabel')}
            maxLength={200}
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <TextInput
            label={t('field.linkAddress')}
            type="url"
            dir="ltr"
            maxLength={500}
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
          <Button className={classes.linkAdd} disabled={!isWhole} onClick={add}>
            {t('field.linkAdd')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
