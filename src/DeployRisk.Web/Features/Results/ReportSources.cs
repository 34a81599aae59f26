using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Web.Features.Results;

/// <summary>The documents that a report refers to, numbered from 1 in the order of their first mention.</summary>
public sealed class ReportSources
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Source> _all = [];

    public ReportSources(IEnumerable<Source> mentioned)
    {
        foreach (var source in mentioned)
        {
            if (_numbers.TryAdd(source.Url, _all.Count + 1))
            {
                _all.Add(source);
            }
        }
    }

    public IReadOnlyList<Source> All => _all;

    public int NumberOf(Source source) => _numbers[source.Url];
}
