/** What the environment differs in between two stacks. */
export interface EnvironmentOptions {
  readonly applicationName: string;
  /** Where `redirectToSignIn()` goes; a path is taken from the page's own origin. */
  readonly signInUrl: string;
  readonly instance: 'development' | 'production';
}

function attribute(isUsed: boolean, isFirstFactor = isUsed) {
  return {
    enabled: isUsed,
    required: isUsed,
    used_for_first_factor: isFirstFactor,
    first_factors: [],
    used_for_second_factor: false,
    second_factors: [],
    verifications: [],
    verify_at_sign_up: false,
  };
}

const userSettings = {
  attributes: {
    email_address: attribute(true),
    password: attribute(true, false),
    first_name: attribute(false),
    last_name: attribute(false),
    username: attribute(false),
    phone_number: attribute(false),
    web3_wallet: attribute(false),
    passkey: attribute(false),
    authenticator_app: attribute(false),
    backup_code: attribute(false),
  },
  actions: {delete_self: false, create_organization: false},
  social: {},
  enterprise_sso: {enabled: false, self_serve_sso: false, self_serve_directory_sync: false},
  sign_in: {second_factor: {required: false, enabled: false}},
  // Restricted: the people are given, so the sign-in form offers no way to join.
  sign_up: {
    allowlist_only: false,
    captcha_enabled: false,
    legal_consent_enabled: false,
    mode: 'restricted',
    progressive: true,
  },
  password_settings: {
    allowed_special_characters: '',
    disable_hibp: true,
    min_length: 8,
    max_length: 72,
    require_special_char: false,
    require_numbers: false,
    require_uppercase: false,
    require_lowercase: false,
    show_zxcvbn: false,
    min_zxcvbn_strength: 0,
  },
  passkey_settings: {allow_autofill: false, show_sign_in_button: false},
  username_settings: {min_length: 4, max_length: 64},
};

const organizationSettings = {
  enabled: true,
  max_allowed_memberships: 100,
  force_organization_selection: false,
  actions: {admin_delete: false},
  domains: {enabled: false, enrollment_modes: [], default_role: null},
  slug: {disabled: false},
  organization_creation_defaults: {enabled: false},
};

const theme = {
  general: {
    color: '#27ae60',
    background_color: 'white',
    font_family: 'system-ui, sans-serif',
    font_color: '#151515',
    label_font_weight: '600',
    padding: '1em',
    border_radius: '0.5em',
    box_shadow: 'none',
  },
  buttons: {font_color: '#ffffff', font_family: 'system-ui, sans-serif', font_weight: '600'},
  accounts: {background_color: '#f2f2f2'},
};

/** Clerk's Environment object: password sign-in, organizations optional, no captcha, no social. */
export function environmentJson({applicationName, signInUrl, instance}: EnvironmentOptions) {
  return {
    object: 'environment',
    id: 'env_local_stack',
    auth_config: {
      object: 'auth_config',
      id: 'aconf_local_stack',
      single_session_mode: false,
      claimed_at: null,
      reverification: false,
      session_minter: false,
    },
    display_config: {
      object: 'display_config',
      id: 'display_config_local_stack',
      instance_environment_type: instance,
      application_name: applicationName,
      theme,
      preferred_sign_in_strategy: 'password',
      logo_image_url: '',
      favicon_image_url: '',
      home_url: '/',
      sign_in_url: signInUrl,
      sign_up_url: signInUrl,
      user_profile_url: '/',
      waitlist_url: signInUrl,
      after_sign_in_url: '/',
      after_sign_up_url: '/',
      after_sign_out_one_url: '/',
      after_sign_out_all_url: '/',
      after_switch_session_url: '/',
      after_join_waitlist_url: '/',
      organization_profile_url: '/',
      create_organization_url: '/',
      after_leave_organization_url: '/',
      after_create_organization_url: '/',
      support_email: '',
      terms_url: '',
      privacy_policy_url: '',
      branded: false,
      captcha_public_key: null,
      captcha_public_key_invisible: null,
      captcha_widget_type: null,
      captcha_provider: 'turnstile',
      captcha_oauth_bypass: [],
      captcha_heartbeat: false,
      show_devmode_warning: false,
    },
    user_settings: userSettings,
    organization_settings: organizationSettings,
    commerce_settings: {
      object: 'commerce_settings',
      billing: {
        stripe_publishable_key: null,
        organization: {enabled: false, has_paid_plans: false},
        user: {enabled: false, has_paid_plans: false},
      },
    },
    api_keys_settings: {
      object: 'api_keys_settings',
      user_api_keys_enabled: false,
      orgs_api_keys_enabled: false,
    },
    maintenance_mode: false,
    client_debug_mode: false,
  };
}
