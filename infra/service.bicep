param baseName string
param location string
param environmentId string
param stateName string
param identity string
param vaultUri string
param registryServer string
param imageTag string
param host string
param certificateId string
param minReplicas int
param settings array

var secrets = [
  { name: 'app-password', setting: 'MICROSOFT_APP_PASSWORD' }
  { name: 'service-key', setting: 'SERVICE_KEY' }
  { name: 'database-url', setting: 'DATABASE_URL' }
]

resource service 'Microsoft.App/containerApps@2025-01-01' = {
  name: '${baseName}-service'
  location: location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity}': {} } }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      // The old revision answers until the new one does; rollback activates an older image (docs/deploy.md).
      activeRevisionsMode: 'Single'
      registries: [{ server: registryServer, identity: identity }]
      secrets: [
        for secret in secrets: {
          name: secret.name
          keyVaultUrl: '${vaultUri}secrets/${secret.name}'
          identity: identity
        }
      ]
      ingress: {
        external: true
        targetPort: 3978
        transport: 'http'
        allowInsecure: false
        customDomains: empty(certificateId)
          ? []
          : [{ name: host, bindingType: 'SniEnabled', certificateId: certificateId }]
      }
    }
    template: {
      terminationGracePeriodSeconds: 15
      containers: [
        {
          name: 'service'
          image: '${registryServer}/tillitscoachen:${imageTag}'
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: concat(
            map(secrets, secret => { name: secret.setting, secretRef: secret.name }),
            settings
          )
          volumeMounts: [
            { volumeName: 'data', mountPath: '/app/data' }
            { volumeName: 'state', mountPath: '/app/state' }
          ]
          probes: [
            { type: 'Startup', httpGet: { path: '/health', port: 3978 }, periodSeconds: 5, failureThreshold: 24 }
            // Not /health: where the database is away, a restart is no help, and whoever writes is to be told.
            { type: 'Liveness', tcpSocket: { port: 3978 }, periodSeconds: 10, failureThreshold: 3 }
            { type: 'Readiness', tcpSocket: { port: 3978 }, periodSeconds: 5, failureThreshold: 3 }
          ]
        }
      ]
      volumes: [
        { name: 'data', storageType: 'EmptyDir' }
        // 1000 is the user of the image.
        { name: 'state', storageType: 'AzureFile', storageName: stateName, mountOptions: 'uid=1000,gid=1000,dir_mode=0700,file_mode=0600' }
      ]
      // Never none: what the bot sends by itself is sent by a running service.
      scale: { minReplicas: minReplicas, maxReplicas: max(minReplicas, 2) }
    }
  }
}
