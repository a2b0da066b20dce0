import { useTranslation } from 'react-i18next'
import type { PracticeContent } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { FileRow } from './files/FileRow'
import type { FileOfVersion } from './files/practiceFiles'
import classes from './Practices.module.css'

const SECTIONS = [
  'benefit_and_impact',
  'key_lessons',
  'recommendations',
  'innovation',
  'partners',
  'organizations_involved',
  'cross_cutting_themes',
] as const

interface Props {
  content: Omit<PracticeContent, 'files'>
  practiceId: string
  /** Those that stand beside this text. */
  files: FileOfVersion[]
}

/** What people read: the summary, then each section that is filled, in the language in which it was written. */
export function PracticeText({ content, practiceId, files }: Props) {
  const { t } = useTranslation('practices')
  return (
    <Card>
      <div className={classes.text}>
        {content.summary && (
          <div className={classes.lead} lang={content.language} dir="auto">
            <Paragraphs text={content.summary} />
          </div>
        )}
        {SECTIONS.filter((name) => content[name]).map((name) => (
          <section key={name}>
            <h2>{t(`field.${name}`)}</h2>
            <div lang={content.language} dir="auto">
              <Paragraphs text={content[name]} />
            </div>
          </section>
        ))}
        {content.additional_resources.length > 0 && (
          <section>
            <h2>{t('field.additional_resources')}</h2>
            <ul className={classes.links}>
              {content.additional_resources.map((address) => (
                <li key={address}>
                  <a href={address} rel="noopener noreferrer nofollow" dir="ltr">
                    {address}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        {files.length > 0 && (
          <section>
            <h2>{t('field.files')}</h2>
            <ul className={classes.files}>
              {files.map((file) => (
                <FileRow key={file.id} practiceId={practiceId} file={file} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </Card>
  )
}

function Paragraphs({ text }: { text: string }) {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => <p key={paragraph}>{paragraph}</p>)
}
