import { Button, Modal } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { markSavedSearchSeen, saveSearch } from '@/api/generated/sdk.gen'
import type { PracticeFilters } from '@/api/generated/types.gen'
import { TextLink } from '@/components/TextLink'
import { SelectField } from '@/forms/choiceFields'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { useSession } from '@/session/useSession'
import type { PracticeSearch } from '../practiceSearch'
import { areSame, FREQUENCIES, filtersOf, type SavedSearch, savedSearchesQuery } from './savedSearches'
import { useSearchWords } from './useSearchWords'

const LONGEST_NAME = 200

/** Keeps what the list is narrowed down by, or says under which name it is kept. For whoever is signed in. */
export function SaveSearch({ search }: { search: PracticeSearch }) {
  const { t } = useTranslation('savedsearches')
  const [isSaving, setSaving] = useState(false)
  const { data } = useQuery({ ...savedSearchesQuery, enabled: useSession() !== null })
  if (!data) return null
  const kept = data.items.find((saved) => areSame(saved.filters as PracticeSearch, search))
  if (kept) return <Kept saved={kept} />
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setSaving(true)} data-print="hide">
        {t('save')}
      </Button>
      <Modal opened={isSaving} onClose={() => setSaving(false)} title={t('saveTitle')}>
        <SaveForm search={search} onClose={() => setSaving(false)} />
      </Modal>
    </>
  )
}

/** Looking at the list is looking at what the search finds: nothing of it is new any more. */
function Kept({ saved }: { saved: SavedSearch }) {
  const { t } = useTranslation('savedsearches')
  const { mutate: see } = useMutation({
    mutationFn: () => markSavedSearchSeen({ path: { saved_search_id: saved.id } }),
  })
  const hasNews = saved.new > 0
  useEffect(() => {
    if (hasNews) see()
  }, [hasNews, see])
  return <TextLink to="/practices/saved-searches">{t('kept', { name: saved.name })}</TextLink>
}

function SaveForm({ search, onClose }: { search: PracticeSearch; onClose: () => void }) {
  const { t } = useTranslation('savedsearches')
  const words = useSearchWords()
  const save = useMutation({
    mutationFn: (body: Parameters<typeof saveSearch>[0]['body']) => saveSearch({ body }),
  })
  const schema = z.object({
    name: z.string().check(z.trim(), z.minLength(1, t('nameMissing'))),
    frequency: z.enum(FREQUENCIES),
  })
  const proposed = words(search).join(' · ').slice(0, LONGEST_NAME)
  const form = useSchemaForm<z.infer<typeof schema>, z.infer<typeof schema>>(schema, {
    name: proposed,
    frequency: 'weekly',
  })
  return (
    <Form
      form={form}
      onSubmit={async (said) => {
        await save.mutateAsync({ ...said, filters: filtersOf(search) as PracticeFilters })
        onClose()
      }}
    >
      <TextField control={form.control} name="name" label={t('name')} maxLength={LONGEST_NAME} />
      <SelectField
        control={form.control}
        name="frequency"
        label={t('letters')}
        help={t('lettersHelp')}
        choices={FREQUENCIES.map((value) => ({ value, label: t(`frequency.${value}`) }))}
      />
      <DialogActions form={form} onClose={onClose} />
    </Form>
  )
}
