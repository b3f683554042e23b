// The secrets, and the identity that may read them. The service gets them from here; no setting of the service holds one.

param baseName string
param location string
param registryName string
@secure()
param appPassword string
@secure()
param serviceKey string
@secure()
param databaseUrl string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${baseName}-identity'
  location: location
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${baseName}${uniqueString(resourceGroup().id)}', 24)
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    // Without SERVICE_KEY nobody can read what people have written: neither a mistake nor an attacker may remove it for good.
    enableSoftDelete: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
  }

  resource password 'secrets' = {
    name: 'app-password'
    properties: { value: appPassword }
  }
  resource key 'secrets' = {
    name: 'service-key'
    properties: { value: serviceKey }
  }
  resource url 'secrets' = {
    name: 'database-url'
    properties: { value: databaseUrl }
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = { name: registryName }

var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var acrPull = '7f951dda-4ed3-4680-a7ca-43fe172d538d'

resource mayReadSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, keyVaultSecretsUser)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identity.id, acrPull)
  scope: registry
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', acrPull)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

output identity string = identity.id
output vaultUri string = vault.properties.vaultUri
output registryServer string = registry.properties.loginServer
