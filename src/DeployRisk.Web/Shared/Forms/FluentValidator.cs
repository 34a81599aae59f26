using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace DeployRisk.Web.Shared.Forms;

/// <summary>Lets the FluentValidation validator of a model check the form that this stands in.</summary>
public sealed class FluentValidator<TModel> : ComponentBase, IDisposable
    where TModel : class
{
    private ValidationMessageStore? _messages;

    [CascadingParameter]
    private EditContext Form { get; set; } = default!;

    [Inject]
    private IValidator<TModel> Validator { get; set; } = default!;

    protected override void OnInitialized()
    {
        _messages = new ValidationMessageStore(Form);
        Form.OnValidationRequested += ValidateAll;
        Form.OnFieldChanged += Forget;
    }

    /// <summary>Names a fault that only the server could find, at its field.</summary>
    public void Add(string field, string message)
    {
        _messages!.Add(Form.Field(field), message);
        Form.NotifyValidationStateChanged();
    }

    public void Dispose()
    {
        Form.OnValidationRequested -= ValidateAll;
        Form.OnFieldChanged -= Forget;
    }

    private void ValidateAll(object? sender, ValidationRequestedEventArgs e)
    {
        _messages!.Clear();
        foreach (var fault in Validator.Validate((TModel)Form.Model).Errors)
        {
            _messages.Add(Form.Field(fault.PropertyName), fault.ErrorMessage);
        }

        Form.NotifyValidationStateChanged();
    }

    /// <summary>A fault goes away once its field is touched; what is half typed is not judged.</summary>
    private void Forget(object? sender, FieldChangedEventArgs e)
    {
        _messages!.Clear(e.FieldIdentifier);
        Form.NotifyValidationStateChanged();
    }
}
