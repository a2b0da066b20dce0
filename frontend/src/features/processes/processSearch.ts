import { listSearch, oneOf, someOf } from '@/lists/listSearch'

export const KINDS = ['imrf', 'regional_review', 'sg_report', 'hlpf', 'gfmd', 'other'] as const
export const COMMISSIONS = ['ECA', 'ECE', 'ECLAC', 'ESCAP', 'ESCWA'] as const

export const processSearch = listSearch({ kind: someOf(KINDS), commission: oneOf(COMMISSIONS) })
