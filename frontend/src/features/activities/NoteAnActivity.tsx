import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/ButtonLink'
import { Allowed } from '@/session/permission'

export function NoteAnActivity() {
  const { t } = useTranslation('activities')
  return (
    <Allowed permission="activities:write">
      <ButtonLink to="/activities/new" variant="filled">
        {t('note')}
      </ButtonLink>
    </Allowed>
  )
}
