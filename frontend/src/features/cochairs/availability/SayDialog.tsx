import { Button, Modal } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { listChampionsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { sayCochairAvailability, takeBackCochairAvailability } from '@/api/generated/sdk.gen'
import type { AvailabilityBody } from '@/api/generated/types.gen'
import { ifMatch } from '@/api/record'
import { SelectField } from '@/forms/choiceFields'
import { Form, FormActions } from '@/forms/Form'
import { problemMessage } from '@/forms/problemMessage'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { useSemesterName } from './useSemesterName'

const ANSWERS = ['volunteers', 'if_needed', 'not_available'] as const

interface Props {
  opened: boolean
  onClose: () => void
  semesters: readonly string[]
  /** What the champion has said before; a new answer begins with it. */
  said?: AvailabilityBody | undefined
  /** The secretariat names the champion that it speaks for. */
  isOnBehalf?: boolean
}

export function SayDialog(props: Props) {
  const { t } = useTranslation('rotation')
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={t('say.title')}>
      <SayForm {...props} />
    </Modal>
  )
}

function SayForm({ onClose, semesters, said, isOnBehalf = false }: Props) {
  const { t, i18n } = useTranslation(['rotation', 'common'])
  const semesterName = useSemesterName()
  const schema = z.object({
    champion: z.string().check(z.minLength(isOnBehalf ? 3 : 0, t('say.championMissing'))),
    semester_starts_on: z.string(),
    answer: z.enum(ANSWERS, t('say.answerMissing')),
    note: z.string(),
  })
  const form = useSchemaForm(schema, {
    champion: said?.champion.iso3 ?? '',
    semester_starts_on: semesters[0] ?? '',
    answer: said?.answer ?? 'volunteers',
    note: said?.note ?? '',
  })
  const champions = useQuery({ ...listChampionsOptions({ query: { limit: 100 } }), enabled: isOnBehalf })
  const say = useMutation({
    mutationFn: ({ champion, ...values }: z.infer<typeof schema>) =>
      sayCochairAvailability({ body: { ...values, ...(isOnBehalf && { champion }) } }),
    onSuccess: onClose,
  })
  return (
    <Form form={form} onSubmit={(values) => say.mutateAsync(values)}>
      {isOnBehalf && (
        <SelectField
          control={form.control}
          name="champion"
          label={t('say.champion')}
          choices={(champions.data?.items ?? [])
            .map(({ iso3, name }) => ({ value: iso3, label: name }))
            .sort((one, other) => one.label.localeCompare(other.label, i18n.language))}
        />
      )}
      <SelectField
        control={form.control}
        name="semester_starts_on"
        label={t('say.semester')}
        choices={semesters.map((value) => ({ value, label: semesterName(value) }))}
      />
      <SelectField
        control={form.control}
        name="answer"
        label={t('say.answer')}
        help={t('say.answerHelp')}
        choices={ANSWERS.map((value) => ({ value, label: t(`answer.${value}`) }))}
      />
      <TextField
        control={form.control}
        name="note"
        label={t('say.note')}
        help={t('say.noteHelp')}
        maxLength={300}
        optional
      />
      <FormActions>
        <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
          {t('say.save')}
        </Button>
        <Button onClick={onClose}>{t('common:action.cancel')}</Button>
        {said?.actions.includes('delete') && <TakeBack said={said} onDone={onClose} />}
      </FormActions>
    </Form>
  )
}

/** Neither wish nor refusal: the champion can be proposed like any other. */
function TakeBack({ said, onDone }: { said: AvailabilityBody; onDone: () => void }) {
  const { t } = useTranslation('rotation')
  const { t: common } = useTranslation()
  const takeBack = useMutation({
    mutationFn: () =>
      takeBackCochairAvailability({
        path: { availability_id: said.id },
        headers: ifMatch(`"${said.revision}"`),
      }),
    onSuccess: onDone,
  })
  return (
    <>
      <Button variant="subtle" color="red" loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
        {t('say.takeBack')}
      </Button>
      {takeBack.error && (
        <p role="alert" style={{ color: 'var(--bad)' }}>
          {problemMessage(takeBack.error, common)}
        </p>
      )}
    </>
  )
}
