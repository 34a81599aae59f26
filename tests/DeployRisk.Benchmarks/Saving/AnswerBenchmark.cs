using System.Globalization;
using BenchmarkDotNet.Attributes;
using DeployRisk.Domain.Assessments;
using DeployRisk.TestKit.Databases;
using Microsoft.Data.Sqlite;

namespace DeployRisk.Benchmarks.Saving;

/// <summary>
/// One answer saved durably in an assessment whose questions are all answered, beside the bare driver: one transaction
/// with one update of an answer, on the same file with the same pragmas.
/// </summary>
public class AnswerBenchmark
{
    private TestDatabase _database = null!;
    private SqliteConnection _connection = null!;
    private AssessmentId _id;
    private UserId _user;
    private string _questionId = "";
    private int _level;

    [GlobalSetup]
    public async Task PrepareAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _user = await _database.UserAsync();
        _id = await _database.DraftAsync((await _database.ProductAsync(_user)).Id, _user);
        await _database.AnswerAllAsync(_id, _user);
        _questionId = _database.Questionnaire.Questions[0].Id;
        _connection = new SqliteConnection($"Data Source={_database.Options.SqliteFile};Foreign Keys=True;Pooling=False");
        await _connection.OpenAsync();
        await RunAsync("PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;");
        await RunAsync("PRAGMA journal_mode = WAL;");
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        await _connection.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Benchmark]
    public async Task<EditOutcome> StoreAsync()
    {
        var outcome = await _database.Assessments.AnswerAsync(_id, _questionId, new Answer.AtLevel(NextLevel()), _user);
        return outcome is EditOutcome.Saved ? outcome : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{outcome}"));
    }

    [Benchmark(Baseline = true)]
    public async Task<int> BareTransactionAsync()
    {
        await using var transaction = (SqliteTransaction)await _connection.BeginTransactionAsync();
        await using var update = _connection.CreateCommand();
        update.Transaction = transaction;
        update.CommandText = "UPDATE \"Answers\" SET \"Level\" = $level WHERE \"QuestionId\" = $question";
        update.Parameters.AddWithValue("$level", NextLevel());
        update.Parameters.AddWithValue("$question", _questionId);
        var rows = await update.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return rows == 1 ? rows : throw new InvalidOperationException("The update changed no answer.");
    }

    private async Task RunAsync(string pragmas)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = pragmas;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Another level each time, so that there is something to write.</summary>
    private int NextLevel() => _level = (_level + 1) % 5;
}
