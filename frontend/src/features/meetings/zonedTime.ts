export * from '@/i18n/zonedTime'
