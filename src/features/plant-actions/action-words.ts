import type { ConfirmedAction } from '@/domain/actions/consequences'

interface ActionWords {
  /** Stand around the plant's name in the question. */
  question: readonly [before: string, after: string]
  /** Name of the button that carries it out. */
  confirm: string
  /** The deed as a noun, before the plant's name. */
  deed: string
  done: string
  /** What is said when the answer's secret came after the page had been left. */
  dropped?: string
}

export const actionWords: Record<ConfirmedAction, ActionWords> = {
  suspend: {
    question: ['Suspend ', '?'],
    confirm: 'Suspend plant',
    deed: 'Suspending',
    done: 'Suspended',
  },
  reactivate: {
    question: ['Reactivate ', '?'],
    confirm: 'Reactivate plant',
    deed: 'Reactivating',
    done: 'Reactivated',
  },
  revoke: {
    question: ['Revoke ', '?'],
    confirm: 'Revoke plant',
    deed: 'Revoking',
    done: 'Revoked',
  },
  delete: {
    question: ['Delete ', '?'],
    confirm: 'Delete plant',
    deed: 'Deleting',
    done: 'Deleted',
  },
  provision: {
    question: ['Provision ', '?'],
    confirm: 'Provision plant',
    deed: 'Provisioning',
    done: 'Provisioned',
    dropped:
      'You left the page, so the package wasn’t shown. Try Download package, or provision again.',
  },
  download: {
    question: ['Download the package of ', '?'],
    confirm: 'Download package',
    deed: 'Downloading the package of',
    done: 'Package not shown:',
    dropped: 'You left the page before it arrived. Download it again.',
  },
  'rotate-secret': {
    question: ['Rotate the secret of ', '?'],
    confirm: 'Rotate secret',
    deed: 'Rotating the secret of',
    done: 'Rotated the secret of',
    dropped:
      'You left the page, so the new secret wasn’t shown and is lost. The previous one stays valid for 60 minutes. Rotate again after that, or provision again.',
  },
  'mqtt-token': {
    question: ['Issue an MQTT token for ', '?'],
    confirm: 'Issue token',
    deed: 'Issuing an MQTT token for',
    done: 'Issued an MQTT token for',
    dropped: 'You left the page, so the token wasn’t shown and is lost. Issue another one.',
  },
}
