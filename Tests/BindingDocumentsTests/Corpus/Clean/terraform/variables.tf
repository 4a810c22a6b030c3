variable "subscription_id" {
  type        = string
  description = "The subscription of everything."
  validation {
    condition     = can(regex("^[0-9a-f-]{36}$", var.subscription_id))
    error_message = "A subscription's ID is a GUID."
  }
}

variable "location" {
  type    = string
  default = "westeurope"
}

variable "stage" {
  type    = string
  default = "dev"
}

variable "bindings" {
  description = <<-EOT
    Who has access to the cluster. Roles are listed by

      az aks trustedaccess role list --location westeurope

    and a binding's name has 24 characters at most.
  EOT
  type = map(object({
    source_resource_id = string
    roles              = list(string)
  }))
  default  = {}
  nullable = false
}

variable "source_resource_id" {
  type    = string
  default = null
}

variable "roles" {
  type    = list(string)
  default = ["Microsoft.DataProtection/backupVaults/backup-operator"]
}

output "stage" {
  value = var.stage
}
