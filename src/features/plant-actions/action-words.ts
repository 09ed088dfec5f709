import type { ConfirmedAction } from '@/domain/actions/consequences'

interface ActionWords {
  /** The question's text before and after the plant's name. */
  question: readonly [before: string, after: string]
  /** Label of the button that confirms it. */
  confirm: string
  /** The action in progress, as "Suspending"; precedes the plant's name. */
  gerund: string
  done: string
  /** Message for a secret that arrives after the page was left. */
  dropped?: string
}

/** Texts of the confirmation and the outcome of each action. */
export const actionWords: Record<ConfirmedAction, ActionWords> = {
  suspend: {
    question: ['Suspend ', '?'],
    confirm: 'Suspend plant',
    gerund: 'Suspending',
    done: 'Suspended',
  },
  reactivate: {
    question: ['Reactivate ', '?'],
    confirm: 'Reactivate plant',
    gerund: 'Reactivating',
    done: 'Reactivated',
  },
  revoke: {
    question: ['Revoke ', '?'],
    confirm: 'Revoke plant',
    gerund: 'Revoking',
    done: 'Revoked',
  },
  delete: {
    question: ['Delete ', '?'],
    confirm: 'Delete plant',
    gerund: 'Deleting',
    done: 'Deleted',
  },
  provision: {
    question: ['Provision ', '?'],
    confirm: 'Provision plant',
    gerund: 'Provisioning',
    done: 'Provisioned',
    dropped:
      'You left the page, so the package wasn’t shown. Try Download package, or provision again.',
  },
  download: {
    question: ['Download the package of ', '?'],
    confirm: 'Download package',
    gerund: 'Downloading the package of',
    done: 'Package not shown:',
    dropped: 'You left the page before it arrived. Download it again.',
  },
  'rotate-secret': {
    question: ['Rotate the secret of ', '?'],
    confirm: 'Rotate secret',
    gerund: 'Rotating the secret of',
    done: 'Rotated the secret of',
    dropped:
      'You left the page, so the new secret wasn’t shown and is lost. The previous one stays valid until its grace period ends. Rotate again after that, or provision again.',
  },
  'mqtt-token': {
    question: ['Issue an MQTT token for ', '?'],
    confirm: 'Issue token',
    gerund: 'Issuing an MQTT token for',
    done: 'Issued an MQTT token for',
    dropped: 'You left the page, so the token wasn’t shown and is lost. Issue another one.',
  },
}
