using DeployRisk.Data.Troubles;
using DeployRisk.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DeployRisk.Data.Changes;

/// <summary>
/// Brings what another server on the same database has stored: while somebody has an assessment open here, its revision
/// is read once a second for all of them together, and whoever has it open is told when it is higher than this server's own news.
/// </summary>
public sealed partial class OtherServers(
    IDbContextFactory<DeployRiskDbContext> contexts, ChangeFeed feed, TimeProvider clock, ILogger<OtherServers> logger) : IDisposable
{
    /// <summary>How often revisions are read.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<AssessmentId, OpenAssessment> _open = [];
    private ITimer? _timer;
    private int _looking;

    /// <summary>Watches an assessment until the result is disposed.</summary>
    /// <param name="id">The assessment.</param>
    /// <param name="revision">The revision that whoever opens it has read.</param>
    public IDisposable Watch(AssessmentId id, int revision)
    {
        lock (_lock)
        {
            if (!_open.TryGetValue(id, out var open))
            {
                _open[id] = open = new OpenAssessment(revision);
                open.News = feed.Subscribe(AssessmentNews.Of(id), open.HearAsync);
            }

            open.Watchers++;
            _timer ??= clock.CreateTimer(_ => _ = LookAsync(), null, Interval, Interval);
        }

        return new Subscription(() => Leave(id));
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _timer?.Dispose();
            _timer = null;
        }
    }

    private void Leave(AssessmentId id)
    {
        lock (_lock)
        {
            var open = _open[id];
            if (--open.Watchers > 0)
            {
                return;
            }

            open.News?.Dispose();
            _open.Remove(id);
            if (_open.Count == 0)
            {
                _timer?.Dispose();
                _timer = null;
            }
        }
    }

    /// <summary>A slow database is not asked again before it has answered.</summary>
    private async Task LookAsync()
    {
        if (Interlocked.Exchange(ref _looking, 1) == 1)
        {
            return;
        }

        try
        {
            await TellAsync();
        }
        catch (Exception exception) when (DatabaseTroubles.Of(exception) is not null)
        {
            // Nothing was told yet: the next look finds it.
        }
#pragma warning disable CA1031 // Nobody waits for a look: its defect would be lost.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(logger, exception);
        }
        finally
        {
            Volatile.Write(ref _looking, 0);
        }
    }

    private async Task TellAsync()
    {
        AssessmentId[] ids;
        lock (_lock)
        {
            ids = [.. _open.Keys];
        }

        await using var context = await contexts.CreateDbContextAsync();
        var revisions = await context.Assessments
            .Where(row => ids.Contains(row.Id))
            .Select(row => new { row.Id, row.Revision })
            .ToDictionaryAsync(row => row.Id, row => row.Revision);
        List<(AssessmentId Id, AssessmentNews News)> found = [];
        lock (_lock)
        {
            foreach (var id in ids.Where(_open.ContainsKey))
            {
                if (_open[id].Find(revisions.TryGetValue(id, out var revision) ? revision : null) is { } news)
                {
                    found.Add((id, news));
                }
            }
        }

        foreach (var (id, news) in found)
        {
            feed.Publish(AssessmentNews.Of(id), news);
        }
    }

    [LoggerMessage(LogLevel.Error, "What other servers stored could not be looked for")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    /// <summary>An assessment that somebody has open, and the latest of its revisions that is known here.</summary>
    private sealed class OpenAssessment(int revision)
    {
        private int _known = revision;

        /// <summary>Accessed only under the lock of the open assessments.</summary>
        public int Watchers { get; set; }

        public IDisposable? News { get; set; }

        /// <summary>Notes what this server itself stored.</summary>
        public Task HearAsync(AssessmentNews news)
        {
            Raise(news switch
            {
                AssessmentNews.QuestionChanged question => question.Revision,
                AssessmentNews.RisksChanged risks => risks.Revision,
                AssessmentNews.MuchChanged much => much.Revision,
                _ => int.MaxValue,
            });
            return Task.CompletedTask;
        }

        /// <summary>What there is to tell of a revision that was read (null: the assessment is gone); each is told once.</summary>
        public AssessmentNews? Find(int? read) => read switch
        {
            null => Raise(int.MaxValue) ? new AssessmentNews.Ended() : null,
            { } number => Raise(number) ? new AssessmentNews.MuchChanged(number) : null,
        };

        private bool Raise(int revision)
        {
            var known = Volatile.Read(ref _known);
            while (revision > known)
            {
                if (Interlocked.CompareExchange(ref _known, revision, known) == known)
                {
                    return true;
                }

                known = Volatile.Read(ref _known);
            }

            return false;
        }
    }
}
