import { useTranslation } from 'react-i18next'
import { PageTabs } from '@/components/PageTabs'

/** The fund, the Hub, and what the Network makes. */
export function MechanismTabs() {
  const { t } = useTranslation('mechanism')
  return (
    <PageTabs
      label={t('title')}
      tabs={[
        { to: '/mechanism', label: t('tab.fund') },
        { to: '/mechanism/hub', label: t('tab.hub') },
        { to: '/mechanism/tools', label: t('tab.tools') },
      ]}
    />
  )
}
