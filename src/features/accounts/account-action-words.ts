import type { AccountAction } from '@/domain/accounts/account-consequences'

interface AccountActionWords {
  /** Label of the button that opens the confirmation. */
  label: string
  /** The question's text before and after the username. */
  question: readonly [before: string, after: string]
  /** Label of the button that confirms it. */
  confirm: string
  /** The action in progress; precedes the username. */
  gerund: string
  done: string
}

/** Texts of the confirmation and the outcome of each action. */
export const accountActionWords: Record<AccountAction, AccountActionWords> = {
  role: {
    label: 'Change role',
    question: ['Change the role of ', ''],
    confirm: 'Change role',
    gerund: 'Changing the role of',
    done: 'Changed the role of',
  },
  disable: {
    label: 'Disable account',
    question: ['Disable ', '?'],
    confirm: 'Disable account',
    gerund: 'Disabling',
    done: 'Disabled',
  },
  enable: {
    label: 'Enable account',
    question: ['Enable ', '?'],
    confirm: 'Enable account',
    gerund: 'Enabling',
    done: 'Enabled',
  },
  generate: {
    label: 'Generate API credentials',
    question: ['Generate API credentials for ', '?'],
    confirm: 'Generate API credentials',
    gerund: 'Generating API credentials for',
    done: 'Generated API credentials for',
  },
}
