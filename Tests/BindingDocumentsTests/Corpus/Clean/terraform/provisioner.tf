# Before the provider had the resource, it was made by the CLI.
resource "null_resource" "binding" {
  triggers = {
    cluster = var.cluster_name
    group   = var.resource_group_name
    name    = "ml"
  }

  provisioner "local-exec" {
    interpreter = ["/bin/bash", "-c"]
    command     = <<-EOT
      az aks trustedaccess rolebinding show -g ${self.triggers.group} --cluster-name ${self.triggers.cluster} -n ${self.triggers.name} ||
      az aks trustedaccess rolebinding create \
        --resource-group ${self.triggers.group} \
        --cluster-name ${self.triggers.cluster} \
        --name ${self.triggers.name} \
        --source-resource-id "${var.workspace_id}" \
        --roles Microsoft.MachineLearningServices/workspaces/mlworkload
    EOT
  }

  provisioner "local-exec" {
    when    = destroy
    command = "az aks trustedaccess rolebinding delete -g ${self.triggers.group} --cluster-name ${self.triggers.cluster} -n ${self.triggers.name} --yes"
  }
}

resource "local_file" "howto" {
  filename = "howto.txt"
  content  = <<EOT
az aks trustedaccess rolebinding create
  makes a binding
EOT
}

data "external" "roles" {
  program = ["az", "aks", "trustedaccess", "role", "list", "-l", var.location]
}
