using DeployRisk.Data.Stores;

namespace DeployRisk.Web.Features.Account;

/// <summary>Remembers that the first set-up was done: it never becomes undone while the application runs.</summary>
public sealed class SetUpState(OrganisationStore organisations)
{
    private volatile bool _done;

    public async ValueTask<bool> IsDoneAsync(CancellationToken cancellationToken = default)
    {
        if (!_done)
        {
            _done = await organisations.IsSetUpAsync(cancellationToken);
        }

        return _done;
    }
}
