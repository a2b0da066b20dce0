import { Button, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '@/api/problem'
import { Card, CardBody } from '@/components/Card'
import { problemMessage } from '@/forms/problemMessage'
import classes from './Imports.module.css'

interface Props<T extends { faulty: number }> {
  /** Endings of the files that are taken: `.xlsx,.csv`. */
  accept: string
  help: string
  /** What else is asked before a file is chosen. */
  children?: ReactNode
  tryOut: (file: File) => Promise<T>
  apply: (file: File) => Promise<unknown>
  /** Whether there is anything to do. */
  brings: (told: T) => boolean
  /** What would come of it, in a sentence. */
  counts: (told: T) => string
  rows: (told: T) => ReactNode
  cancel: ReactNode
}

/** A file is chosen, what it would bring is shown, and only then is it done. */
export function ImportFile<T extends { faulty: number }>(props: Props<T>) {
  const { t } = useTranslation(['imports', 'common'])
  const { t: tCommon } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const tryOut = useMutation({ mutationFn: props.tryOut, meta: { refreshesQueries: false } })
  const apply = useMutation({ mutationFn: props.apply })
  const told = tryOut.data
  const failure = apply.error ?? tryOut.error

  const choose = (chosen: File | undefined) => {
    if (!chosen) return
    setFile(chosen)
    apply.reset()
    tryOut.mutate(chosen)
  }

  return (
    <>
      <Card>
        <CardBody>
          {props.children}
          <Group gap="xs">
            <Button
              variant={told ? 'default' : 'filled'}
              loading={tryOut.isPending}
              onClick={() => input.current?.click()}
            >
              {t('choose')}
            </Button>
            <span>{file?.name}</span>
          </Group>
          <input
            ref={input}
            className={classes.input}
            type="file"
            accept={props.accept}
            tabIndex={-1}
            aria-label={t('choose')}
            onChange={(event) => {
              const chosen = event.currentTarget.files?.[0]
              event.currentTarget.value = ''
              choose(chosen)
            }}
          />
          <p className={classes.help}>{props.help}</p>
          {failure && (
            <p role="alert" className={classes.failure}>
              {isProblem(failure, 422)
                ? failure.errors.map(({ detail }) => detail).join(' ')
                : problemMessage(failure, tCommon)}
            </p>
          )}
        </CardBody>
      </Card>
      {told && file && (
        <Card title={t('wouldChange')}>
          <CardBody>
            <p role="status" className={classes.counts}>
              {props.counts(told)}
              {told.faulty > 0 && ` ${t('mendFirst')}`}
            </p>
            <Group mt="md" gap="xs">
              <Button
                variant="filled"
                disabled={told.faulty > 0 || !props.brings(told)}
                loading={apply.isPending}
                onClick={() => apply.mutate(file)}
              >
                {t('apply')}
              </Button>
              {props.cancel}
            </Group>
          </CardBody>
          {props.rows(told)}
        </Card>
      )}
    </>
  )
}
