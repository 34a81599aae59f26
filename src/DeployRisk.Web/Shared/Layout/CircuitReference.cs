using Microsoft.AspNetCore.Components.Server.Circuits;

namespace DeployRisk.Web.Shared.Layout;

/// <summary>What the log calls the circuit of this page.</summary>
public sealed class CircuitReference : CircuitHandler
{
    /// <summary>Stands in the log beside a failure that ends the circuit; null on a static page.</summary>
    public string? Id { get; private set; }

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Id = circuit.Id;
        return Task.CompletedTask;
    }
}
