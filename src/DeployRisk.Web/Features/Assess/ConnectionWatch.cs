using Microsoft.AspNetCore.Components.Server.Circuits;

namespace DeployRisk.Web.Features.Assess;

/// <summary>Whether the browser of this circuit is connected.</summary>
public sealed class ConnectionWatch : CircuitHandler
{
    /// <summary>Raised when the connection was lost, and when it is back.</summary>
    public event EventHandler? Changed;

    public bool IsUp { get; private set; } = true;

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => Become(isUp: true);

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => Become(isUp: false);

    private Task Become(bool isUp)
    {
        if (isUp != IsUp)
        {
            IsUp = isUp;
            Changed?.Invoke(this, EventArgs.Empty);
        }

        return Task.CompletedTask;
    }
}
