using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DeployRisk.Data.Converters;

/// <summary>SQLite has no type for ids: 16 big-endian bytes are half the size of text and sort by time.</summary>
internal sealed class GuidBytes() : ValueConverter<Guid, byte[]>(
    id => id.ToByteArray(true),
    bytes => new Guid(bytes, true));

internal sealed class ProductIdBytes() : ValueConverter<ProductId, byte[]>(
    id => id.Value.ToByteArray(true),
    bytes => new ProductId(new Guid(bytes, true)));

internal sealed class AssessmentIdBytes() : ValueConverter<AssessmentId, byte[]>(
    id => id.Value.ToByteArray(true),
    bytes => new AssessmentId(new Guid(bytes, true)));

internal sealed class UserIdBytes() : ValueConverter<UserId, byte[]>(
    id => id.Value.ToByteArray(true),
    bytes => new UserId(new Guid(bytes, true)));

internal sealed class ProductIdGuid() : ValueConverter<ProductId, Guid>(id => id.Value, value => new ProductId(value));

internal sealed class AssessmentIdGuid() : ValueConverter<AssessmentId, Guid>(id => id.Value, value => new AssessmentId(value));

internal sealed class UserIdGuid() : ValueConverter<UserId, Guid>(id => id.Value, value => new UserId(value));
