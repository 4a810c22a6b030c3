#!/usr/bin/env bash
# 信頼されたアクセスのロール バインドを作成します。
# バックアップ コンテナーから AKS クラスターへのアクセスを許可する。
set -euo pipefail

リージョン=japaneast            # bash はこの名前を変数として扱わない
location="japaneast"
group="rg-バックアップ"
cluster="aks-tokyo"
vault="bv-tokyo"

echo "ロールの一覧を表示します…"
az aks trustedaccess role list --location "$location" --output table

echo "コンテナーの ID を取得します 🔐"
vault_id=$(az dataprotection backup-vault show \
  --resource-group "$group" \
  --vault-name "$vault" \
  --query id \
  --output tsv)

# 既に存在する場合は作成しない
if az aks trustedaccess rolebinding show -g "$group" --cluster-name "$cluster" -n tokyo-backup --output none 2>/dev/null; then
  echo "既に存在します：tokyo-backup"
else
  az aks trustedaccess rolebinding create \
    --resource-group "$group" \
    --cluster-name "$cluster" \
    --name tokyo-backup \
    --source-resource-id "$vault_id" \
    --roles "Microsoft.DataProtection/backupVaults/backup-operator"
  echo "最大 5 分お待ちください。"
  sleep 5m
fi

# 削除すると、Azure サービスはクラスターから切断されます。
read -r -p "削除しますか？ (y/N) " 答え
[ "${REPLY:-n}" = y ] && az aks trustedaccess rolebinding delete -g "$group" --cluster-name "$cluster" -n tokyo-backup --yes
