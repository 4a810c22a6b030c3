/// Documents as the field writes them, one of each kind that is read.
enum YAMLFixtures {
  static let vault =
    "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-bkp/providers/"
    + "Microsoft.DataProtection/backupVaults/bv-edge"

  static let cluster =
    "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-edge/providers/"
    + "Microsoft.ContainerService/managedClusters/aks-edge"

  static let all = [
    serviceOperator, crossplane, pulumi, gitHub, azurePipeline, gitLab, chart, aliases, scalars,
  ]

  static let serviceOperator = """
    apiVersion: containerservice.azure.com/v1api20250801   # or an older one
    kind: TrustedAccessRoleBinding
    metadata:
      name: nightly-backup
      namespace: platform
    spec:
      owner:
        name: aks-edge
      roles:
        - Microsoft.DataProtection/backupVaults/backup-operator
      sourceResourceReference:
        armId: \(vault)
    ---
    # trusted-access: ignore binding-name
    kind: TrustedAccessRoleBinding
    apiVersion: containerservice.azure.com/v1api20240901
    metadata: {name: in-kubernetes}
    spec:
      azureName: "in-azure"
      owner: {armId: '\(cluster)'}
      roles: [a/b/c, 'd/e/f',
        "g/h/i"]
      sourceResourceReference: {group: dataprotection.azure.com, kind: BackupVault, name: vault}
    """

  static let crossplane = """
    apiVersion: authorization.azure.upbound.io/v1beta1
    kind: TrustedAccessRoleBinding
    metadata:
      annotations:
        crossplane.io/external-name: outside
      name: inside
    spec:
      forProvider:
        kubernetesClusterIdRef:
          name: aks-edge
        sourceResourceId: \(vault)
        roles:
        - Microsoft.DataProtection/backupVaults/backup-operator
    """

  static let pulumi = """
    name: edge
    runtime: yaml
    config:
      location: {type: string, default: westus2}
      suffix: edge
    variables:
      group: rg-${suffix}
      subscription:
        fn::invoke: {function: azure-native:authorization:getClientConfig, return: subscriptionId}
    resources:
      aks:
        type: azure-native:containerservice:ManagedCluster
        properties:
          resourceGroupName: ${group}
          resourceName: aks-edge
      nightly:
        type: azure-native:containerservice/v20230901:TrustedAccessRoleBinding
        properties:
          resourceGroupName: ${group}
          resourceName: ${aks.name}            # the managed cluster
          trustedAccessRoleBindingName: nightly-${suffix}
          sourceResourceId: \(vault)
          roles:
            - Microsoft.DataProtection/backupVaults/backup-operator
        options:
          dependsOn: ["${aks}"]
    """

  static let gitHub = """
    on: {push: {branches: [main]}}
    env:
      RG: rg-edge
    defaults:
      run:
        shell: bash
    jobs:
      bind:
        runs-on: ubuntu-latest
        env:
          CLUSTER: ${{ vars.CLUSTER }}
        steps:
          - uses: actions/checkout@v4
          - name: Bind with az aks trustedaccess
            run: |
              az aks trustedaccess rolebinding list \\
                -g "$RG" --cluster-name "$CLUSTER"

              echo done
          - uses: azure/CLI@v2
            with:
              inlineScript: az aks trustedaccess role list -l eastus
          - shell: pwsh
            run: >-
              az aks trustedaccess role list
              -l eastus
    """

  static let azurePipeline = """
    pool:
      vmImage: ubuntu-latest
    variables:
    - group: secrets
    - name: rg.name
      value: rg-edge
    steps:
    - task: AzureCLI@2
      displayName: 'Bind: az aks trustedaccess'
      inputs:
        azureSubscription: edge
        scriptType: pscore
        scriptLocation: inlineScript
        inlineScript: |
          az aks trustedaccess rolebinding show `
            -g $(rg.name) --cluster-name aks -n x
    - ${{ if eq(parameters.x, 'a: b') }}:
      - script: "az aks trustedaccess role list \\"-l\\" eastus"
    """

  static let gitLab = """
    variables:
      RG: rg-edge
      CLUSTER: {value: aks, description: The cluster}
    .bind: &bind
      - az aks trustedaccess rolebinding list -g $RG --cluster-name $CLUSTER
    bind:
      before_script:
        - NAME=nightly
      script:
        - !reference [.login, script]
        - az aks trustedaccess rolebinding show -g $RG
          --cluster-name $CLUSTER -n $NAME
        - *bind
      after_script: [echo done]
    """

  static let chart = """
    {{- /* kind: TrustedAccessRoleBinding */}}
    {{- range $name := .Values.bindings }}
    ---
    apiVersion: containerservice.azure.com/v1api20250801
    kind: TrustedAccessRoleBinding
    metadata:
      name: {{ $name | quote }}
      labels: {{- include "labels" . | nindent 4 }}
    spec:
      owner:
        name: "{{ .Values.cluster | default "aks" }}"
      roles:
      {{- range .roles }}
        - {{ . }}
      {{- end }}
      sourceResourceReference:
        armId: /subscriptions/{{ .Values.subscription }}/resourceGroups/x
    {{- end }}
    """

  static let aliases = """
    base: &base
      roles: &roles [a/b/c]
      owner: {name: aks}
    items:
    - apiVersion: containerservice.azure.com/v1api20250801
      kind: TrustedAccessRoleBinding
      metadata: {name: &name first}
      spec:
        <<: *base
        azureName: *name
        sourceResourceReference: {armId: *missing}
    """

  static let scalars = """
    trusted: >2+
        more

      folded
      text

    "quoted\\x41": 'it''s
      one'
    double: "a\\
      b \\u00e9
      c"
    ? complex
    : - - deep
      - {a: [b, {c: d}], "e":f, g}
    plain: several
      lines, a:b #no comment
    """
}
