/** The names of our tables and columns, by those of better-auth. */
export const userFields = {
  modelName: "users",
  fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" },
  additionalFields: {
    language: { type: "string", required: false, input: true },
  },
} as const;

export const sessionFields = {
  modelName: "sessions",
  fields: {
    userId: "user_id",
    expiresAt: "expires_at",
    ipAddress: "ip_address",
    userAgent: "user_agent",
    createdAt: "created_at",
    updatedAt: "updated_at",
  },
  additionalFields: {
    device: { type: "string", required: false, input: false },
    lastSeenAt: { type: "date", required: false, input: false, fieldName: "last_seen_at" },
  },
} as const;

export const accountFields = {
  modelName: "accounts",
  fields: {
    userId: "user_id",
    accountId: "provider_account_id",
    providerId: "provider",
    accessToken: "access_token",
    refreshToken: "refresh_token",
    idToken: "id_token",
    accessTokenExpiresAt: "expires_at",
    refreshTokenExpiresAt: "refresh_token_expires_at",
    password: "password_hash",
    createdAt: "created_at",
    updatedAt: "updated_at",
  },
  additionalFields: { type: { type: "string", required: false, input: false } },
} as const;

export const verificationFields = {
  modelName: "verification_tokens",
  fields: { value: "token", expiresAt: "expires_at", createdAt: "created_at", updatedAt: "updated_at" },
} as const;

export const authenticatorFields = {
  modelName: "authenticators",
  fields: {
    publicKey: "credential_public_key",
    userId: "user_id",
    credentialID: "credential_id",
    deviceType: "device_type",
    backedUp: "backed_up",
    createdAt: "created_at",
  },
} as const;
