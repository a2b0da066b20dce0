import { Button, Menu } from '@mantine/core'
import { type Control, useFieldArray, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import { useLanguageChoices } from '@/i18n/useLanguageChoices'
import type { ItemFields } from './ItemForm'
import classes from './ItemTranslations.module.css'

/** An item's title and text in other languages, each beside the others. */
export function ItemTranslations({ control }: { control: Control<ItemFields, unknown, ItemFields> }) {
  const { t } = useTranslation('agenda')
  const languages = useLanguageChoices()
  const { fields, append, remove } = useFieldArray({ control, name: 'translations' })
  const original = useWatch({ control, name: 'language' })
  const used = new Set<string>([original, ...fields.map(({ language }) => language)])
  const free = languages.filter(({ value }) => !used.has(value))
  const nameOf = (tag: string) => languages.find(({ value }) => value === tag)?.label ?? tag
  return (
    <fieldset className={classes.translations}>
      <legend>{t('wordings.translations')}</legend>
      <p className={classes.help}>{t('wordings.help')}</p>
      <div className={classes.columns}>
        {fields.map(({ id, language }, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a legend would stand above its own box
          <div key={id} role="group" aria-label={nameOf(language)} lang={language} className={classes.column}>
            <div className={classes.head}>
              <span>{nameOf(language)}</span>
              <Button size="xs" variant="subtle" onClick={() => remove(index)}>
                {t('wordings.remove')}
              </Button>
            </div>
            <TextField
              control={control}
              name={`translations.${index}.title`}
              label={t('wordings.title')}
              maxLength={200}
            />
            <TextAreaField
              control={control}
              name={`translations.${index}.description`}
              label={t('wordings.description')}
              optional
              maxLength={10_000}
            />
          </div>
        ))}
      </div>
      {free.length > 0 && (
        <Menu>
          <Menu.Target>
            <Button size="xs">{t('wordings.add')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {free.map(({ value, label }) => (
              <Menu.Item key={value} onClick={() => append({ language: value, title: '', description: '' })}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </fieldset>
  )
}
