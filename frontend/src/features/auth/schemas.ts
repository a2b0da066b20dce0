import type { TFunction } from 'i18next'
import * as z from 'zod/mini'

const LEAST_PASSWORD = 12

type Translate = TFunction<'auth'>

const email = (t: Translate) => z.string().check(z.trim(), z.email(t('emailInvalid')))

export const signInSchema = (t: Translate) =>
  z.object({ username: email(t), password: z.string().check(z.minLength(1, t('passwordMissing'))) })

export const forgotSchema = (t: Translate) => z.object({ email: email(t) })

export const choosePasswordSchema = (t: Translate) =>
  z.object({ password: z.string().check(z.minLength(LEAST_PASSWORD, t('link.tooShort'))) })
