import { Button, Group } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { FileButtons } from '@/components/FileButtons'
import { useFormat } from '@/i18n/useFormat'
import classes from './Practices.module.css'

const REFERENCE_MANAGERS = { bib: 'BibTeX', ris: 'RIS', 'csl.json': 'CSL JSON' }

interface Props {
  champion: string
  title: string
  practiceId: string
  number: number
  publishedAt: string
}

/** How to cite one version, to be read, selected or copied. Its address never changes its meaning. */
export function Citation({ champion, title, practiceId, number, publishedAt }: Props) {
  const { t } = useTranslation('practices')
  const format = useFormat()
  const clipboard = useClipboard({ timeout: 3_000 })
  const citation = t('versions.citation', {
    champion,
    title,
    number,
    date: format.date(publishedAt),
    address: `${window.location.origin}/practices/${practiceId}/versions/${number}`,
  })
  return (
    <>
      <p className={classes.printedCitation}>{citation}</p>
      <details className={classes.cite} data-print="hide">
        <summary>{t('versions.cite')}</summary>
        <p className={classes.citation}>{citation}</p>
        <Group gap="xs">
          <Button size="xs" onClick={() => clipboard.copy(citation)}>
            <span aria-live="polite">{t(clipboard.copied ? 'versions.copied' : 'versions.copy')}</span>
          </Button>
          <FileButtons
            label={t('versions.files')}
            path={`/practices/${practiceId}/versions/${number}/citation`}
            name={`${title} ${number}`}
            size="xs"
            forms={REFERENCE_MANAGERS}
          />
        </Group>
      </details>
    </>
  )
}
