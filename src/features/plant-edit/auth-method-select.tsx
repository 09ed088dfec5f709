import type { ComponentProps } from 'react'
import { kept } from './unreadable-field'
import { authMethodSchema } from '@/api/plant-schemas'
import { authMethods, isAuthMethod } from '@/domain/credentials/auth-methods'
import { NativeSelect } from '@/ui/native-select'
import { Notice } from '@/ui/notice'
import { visibleText } from '@/ui/visible-text'

/** Warning for a plant whose authentication method is not one of the three that *update* accepts. */
export const unsendableMethod =
  'The plant’s authentication method cannot be sent, so it is left out. The platform may use MTLS instead; check the plant afterwards.'

const otherMethod =
  'The plant must be re-provisioned for this method. If it is connected, saving disconnects it.'

interface AuthMethodSelectProps extends ComponentProps<'select'> {
  /** The plant's current method, known or not. */
  opened: string
  chosen: string
  error: string | undefined
  /** True when the plant's method is unreadable, so that it can't be changed. */
  isUnreadable: boolean
}

/** Select for the authentication method, with a warning about the effect of a change. */
export function AuthMethodSelect(props: AuthMethodSelectProps) {
  const { opened, chosen, isUnreadable, ...rest } = props
  const isKnown = isAuthMethod(opened)
  const unchanged = isKnown ? undefined : unsendableMethod
  const warning = chosen === opened ? unchanged : otherMethod
  return (
    <NativeSelect
      label="Authentication method"
      description={
        <>
          {isUnreadable ? kept : null}
          {isAuthMethod(chosen) ? authMethods[chosen].hint : null}
          <div role="status" className="mt-1 empty:hidden">
            {warning === undefined ? null : (
              <Notice tone="warn">
                <p>{warning}</p>
              </Notice>
            )}
          </div>
        </>
      }
      {...rest}
      disabled={isUnreadable}
    >
      {isKnown ? null : (
        <option value={opened}>
          {isUnreadable ? 'Unreadable' : visibleText(opened) || 'Not given'}
        </option>
      )}
      {authMethodSchema.options.map((method) => (
        <option key={method} value={method}>
          {authMethods[method].label}
        </option>
      ))}
    </NativeSelect>
  )
}
